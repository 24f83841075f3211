package org.wolfgate.agent.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
import org.wolfgate.agent.uplink.message.OrderMessages;

/** Sends one order to a substation and hears what becomes of it. */
public final class OrderDesk implements AutoCloseable {

    /** How long the broker may take to accept a connection and the order. */
    private static final long PUBLISH_SECONDS = 30;

    private final Topics topics;
    private final String order;
    private final Consumer<String> teller;
    private final Consumer<byte[]> keeper;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final DeskLink link;
    private volatile Set<String> names;

    private record Heard(JsonNode body, InboundMessage message) {}

    /**
     * A desk for one order.
     *
     * @param teller gets each step as a line
     * @param keeper gets the message with the verdict, byte for byte as it came, so that its signature still holds
     */
    public OrderDesk(
            UplinkSettings settings, Topics topics, String order, Consumer<String> teller, Consumer<byte[]> keeper) {
        this.topics = topics;
        this.order = order;
        this.names = Set.of(order);
        this.teller = teller;
        this.keeper = keeper;
        this.link = new DeskLink(settings, this::hear, Monotonic.system());
    }

    /**
     * Publishes the order and tells its life until it has a verdict or is refused.
     *
     * @return whether the verdict says that the order was complied with
     * @throws IllegalStateException if the broker cannot be reached
     */
    public boolean send(byte[] message, Duration patience) throws InterruptedException {
        // A message that is not authentic is refused under its digest: the id in it is not believed.
        names = Set.of(order, OrderMessages.digest(message));
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
            Optional<Heard> news = Optional.ofNullable(heard.poll(1, TimeUnit.SECONDS));
            Optional<Boolean> over = news.flatMap(this::tell);
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

    private Optional<Boolean> tell(Heard news) {
        JsonNode body = news.body();
        if (body.has("outcome")) {
            keeper.accept(news.message().payload());
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
            if (names.contains(body.path("order").asText())) {
                heard.add(new Heard(body, message));
            }
        } catch (MessageException e) {
            teller.accept("a record that cannot be read: " + e.text());
        }
    }
}
