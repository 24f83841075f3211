package org.wolfgate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wolfgate.agent.desk.UpstreamCopy;
import org.wolfgate.agent.uplink.InboundHandler;
import org.wolfgate.agent.uplink.InboundMessage;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;

/** What the ISO has heard of the substation: its records, and the latest of each live figure. */
final class Heard implements InboundHandler {

    private final String root;
    private final Consumer<String> story;
    private final UpstreamCopy records = new UpstreamCopy();
    private final Map<String, JsonNode> live = new LinkedHashMap<>();
    private final Map<String, OrderLine> orders = new LinkedHashMap<>();

    /** An order as its sender knows it by now. */
    record OrderLine(String order, String node, String state, String verdict) {}

    Heard(String root, Consumer<String> story) {
        this.root = root + "/";
        this.story = story;
    }

    UpstreamCopy records() {
        return records;
    }

    /** The latest message on a topic below the substation's root. */
    synchronized JsonNode live(String suffix) {
        return live.getOrDefault(suffix, MissingNode.getInstance());
    }

    synchronized List<OrderLine> orders() {
        return List.copyOf(orders.values());
    }

    @Override
    public synchronized void take(InboundMessage message) {
        String suffix = message.topic().substring(root.length());
        try {
            if (suffix.startsWith("record/")) {
                records.accept(message.payload()).ifPresent(this::record);
            } else {
                live.put(suffix, Json.read(message.payload()));
            }
        } catch (MessageException e) {
            story.accept("a message on " + message.topic() + " is not readable: " + e.text());
        }
    }

    private void record(UpstreamCopy.Entry entry) {
        JsonNode body = entry.body();
        String order = body.path("order").asText();
        switch (entry.kind()) {
            case "order" -> {
                String state = body.path("state").asText();
                orders.put(order, new OrderLine(order, body.path("node").asText(), state, "-"));
                story.accept("order " + order + " " + state + ": "
                        + body.path("reason").asText());
            }
            case "verdict" -> {
                orders.computeIfPresent(
                        order,
                        (id, line) -> new OrderLine(
                                id,
                                line.node(),
                                line.state(),
                                body.path("outcome").asText()));
                story.accept("verdict on " + order + ": " + body.path("outcome").asText() + " after "
                        + body.path("time_to_comply_ms").asLong() / 1000.0 + " s, compensation "
                        + body.path("compensation").decimalValue().toPlainString() + " "
                        + body.path("compensation_state").asText());
            }
            case "event" ->
                story.accept("agent: " + body.path("what").asText() + ", "
                        + body.path("detail").asText());
            default -> {
                // Intervals and statement lines are shown as figures, not as a story.
            }
        }
    }
}
