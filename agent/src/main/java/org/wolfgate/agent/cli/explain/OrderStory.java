package org.wolfgate.agent.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.EventCodec;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.flight.FlightEntry;
import org.wolfgate.agent.flight.FlightReader;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.orders.CurtailmentOrder;

/** One order: what was ordered, by whom, verified how, when applied, what the meter saw, what it cost, what was lost. */
public final class OrderStory {

    private final String id;
    private final OrderRecords records;
    private final List<String> story = new ArrayList<>();
    private final Map<String, String> meters = new HashMap<>();
    private final Map<String, Set<String>> plants = new HashMap<>();
    private final Map<String, String> lastTold = new HashMap<>();
    private final Visits visits = new Visits();
    private final List<String> losses = new ArrayList<>();
    private Optional<FlightEntry> lastMessage = Optional.empty();
    private Optional<FlightEntry> message = Optional.empty();
    private Optional<OrderArrived> arrival = Optional.empty();
    private Optional<Instant> ringBegins = Optional.empty();

    private OrderStory(String id, OrderRecords records) {
        this.id = id;
        this.records = records;
    }

    /**
     * Tells an order's story.
     *
     * @param ring the flight recorder's folder
     * @throws IllegalArgumentException if neither ring nor ledger knows the order
     */
    public static List<String> tell(String id, Path ring, OrderRecords records) throws IOException {
        OrderStory story = new OrderStory(id, records);
        FlightReader.read(ring, story::find);
        if (story.arrival.isEmpty() && records.steps().isEmpty()) {
            throw new IllegalArgumentException("no order '" + id + "' is in the ledger or in the flight recorder's ring"
                    + story.ringBegins.map(at -> ", which begins at " + at).orElse(", which is empty"));
        }
        story.beginning();
        if (story.arrival.isPresent()) {
            FlightReader.read(ring, story::follow);
        }
        story.end();
        return story.story;
    }

    private void find(FlightEntry entry) {
        ringBegins = ringBegins.or(() -> Optional.of(entry.at()));
        JsonNode event = entry.body().path("event");
        if (entry.kind().equals("started")) {
            for (JsonNode node : entry.body().path("nodes")) {
                String name = node.path("node").asText();
                meters.put(name, node.path("meter").asText());
                node.path("plants")
                        .forEach(plant -> plants.computeIfAbsent(name, n -> new HashSet<>())
                                .add(plant.asText()));
            }
        } else if (entry.kind().equals("in")
                && entry.body().path("topic").asText().endsWith("/iso/order")) {
            lastMessage = Optional.of(entry);
        } else if (arrival.isEmpty()
                && event.path("type").asText().equals("OrderArrived")
                && event.at("/order/id").asText().equals(id)) {
            arrival = Optional.of((OrderArrived) EventCodec.read(event));
            message = lastMessage;
        }
    }

    private void beginning() {
        if (arrival.isPresent()) {
            CurtailmentOrder order = arrival.get().order();
            story.add("Order " + id + ": " + order.issuer() + " caps node " + order.node() + " at "
                    + order.cap().watts() / 1000 + " kW from " + order.start() + " to " + order.end() + ", because: "
                    + order.reason() + ". The meter must see it kept within "
                    + order.complyWithin().toSeconds() + " s.");
            message.ifPresent(in -> story.add("At " + in.at() + " " + Sentences.message(in) + "."));
            story.add(
                    arrival.get().signed()
                            ? "Its signature was verified against the keys of " + order.issuer() + "."
                            : "It was not signed: the agent ran on a bench and believed it.");
        } else {
            story.add("Order " + id + ": the flight recorder's ring does not reach back to it"
                    + ringBegins.map(at -> " (it begins at " + at + ")").orElse("")
                    + "; what follows is from the ledger alone.");
        }
        for (StoredRecord step : records.steps()) {
            JsonNode body = Sentences.json(step.record().body());
            story.add(
                    "At " + step.record().at() + " it was " + body.path("state").asText()
                            + (body.has("refusal") ? " (" + body.path("refusal").asText() + ")" : "") + ": "
                            + body.path("reason").asText() + ".");
        }
    }

    private void follow(FlightEntry entry) {
        Instant from = arrival.orElseThrow().order().issuedAt().minusSeconds(10);
        Instant to = records.ended().orElse(arrival.orElseThrow().order().end()).plusSeconds(10);
        if (entry.at().isBefore(from) || entry.at().isAfter(to)) {
            return;
        }
        String node = arrival.orElseThrow().order().node();
        JsonNode event = entry.body().path("event");
        if (entry.kind().equals(FlightEntry.LOST)) {
            losses.add("At " + entry.at() + " " + Sentences.lost(entry) + ".");
        } else if (entry.kind().equals("cap")
                && entry.body().path("node").asText().equals(node)) {
            story.add("At " + entry.at() + " " + Sentences.cap(entry) + ".");
        } else if (event.path("type").asText().equals("MeterRead")
                && event.path("meter").asText().equals(meters.get(node))) {
            visits.add(entry.at(), event);
        } else if (event.path("type").asText().equals("LimitReported") && mine(node, event)) {
            once(event.path("plant").asText() + " reports", entry, Sentences.reported(event));
        }
        for (JsonNode set : entry.body().path("set")) {
            if (mine(node, set)) {
                once(set.path("plant").asText() + " is told", entry, Sentences.told(set));
            }
        }
    }

    private boolean mine(String node, JsonNode withPlant) {
        return plants.getOrDefault(node, Set.of())
                .contains(withPlant.path("plant").asText());
    }

    /** A plant that is told the same again is no news. */
    private void once(String what, FlightEntry entry, String sentence) {
        if (!sentence.equals(lastTold.put(what, sentence))) {
            story.add("At " + entry.at() + " " + sentence + ".");
        }
    }

    private void end() {
        arrival.ifPresent(order -> {
            String meter = meters.getOrDefault(order.order().node(), "of the node");
            Instant since = records.inForceSince().orElse(order.order().start());
            if (!visits.isEmpty()) {
                story.addAll(visits.against(meter, order.order().cap().watts(), since));
                story.add(visits.summary(meter));
            }
        });
        records.verdicts().forEach(verdict -> story.add(OrderRecords.sentence(verdict)));
        if (records.verdicts().isEmpty()) {
            story.add("There is no verdict on it"
                    + (records.refused() ? ", for it was refused." : " yet: the order is not over."));
        }
        if (losses.isEmpty() && arrival.isPresent()) {
            story.add("Nothing was lost by the recorder in this time.");
        }
        story.addAll(losses);
    }
}
