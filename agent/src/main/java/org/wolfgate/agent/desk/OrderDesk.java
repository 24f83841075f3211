package org.wolfgate.agent.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wolfgate.agent.Topics;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.InboundMessage;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;

/** Sends one order to a substation and hears what becomes of it. */
public final class OrderDesk implements AutoCloseable {

    /** How long the broker may take to accept a connection and the order. */
    private static final long PUBLISH_SECONDS = 30;

    private final Topics topics;
    private final String order;
    private final Consumer<String> teller;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final DeskLink link;

    /**
     * A desk for one order.
     *
     * @param teller gets each step as a line
     */
    public OrderDesk(UplinkSettings settings, Topics topics, String order, Consumer<String> teller) {
        this.topics = topics;
        this.order = order;
        this.teller = teller;
        this.link = new DeskLink(settings, this::hear, Monotonic.system());
    }

    /**
     * Publishes the order and tells its life until it has a verdict or is refused.
     *
     * @return whether the verdict says that the order was complied with
     * @throws IllegalStateException if the broker cannot be reached
     */
    public boolean send(byte[] message, Duration patience) throws InterruptedException {
        try {
            link.publish(topics.orders(), message, false).get(PUBLISH_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(
                    "sending the order: the broker did not take it within " + PUBLISH_SECONDS + " s ("
                            + link.state().lastError() + ")",
                    e);
        }
        teller.accept("sent " + order);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> body = Optional.ofNullable(heard.poll(1, TimeUnit.SECONDS));
            Optional<Boolean> over = body.flatMap(this::tell);
            if (over.isPresent()) {
                return over.get();
            }
        }
        teller.accept("no verdict came; the agent keeps it and sends it when it can");
        return false;
    }

    @Override
    public void close() {
        link.close();
    }

    private Optional<Boolean> tell(JsonNode body) {
        if (body.has("outcome")) {
            teller.accept("verdict " + body);
            return Optional.of(body.path("outcome").asText().startsWith("COMPLIED"));
        }
        String state = body.path("state").asText();
        String refusal = body.has("refusal") ? " " + body.path("refusal").asText() : "";
        teller.accept(state + refusal + ": " + body.path("reason").asText());
        return state.equals("REFUSED") && !body.path("repeated").asBoolean() ? Optional.of(false) : Optional.empty();
    }

    private void hear(InboundMessage message) {
        try {
            JsonNode body = Json.read(message.payload()).path("body");
            if (body.path("order").asText().equals(order)) {
                heard.add(body);
            }
        } catch (MessageException e) {
            teller.accept("a record that cannot be read: " + e.text());
        }
    }
}
