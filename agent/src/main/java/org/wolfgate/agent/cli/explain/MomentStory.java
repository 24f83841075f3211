package org.wolfgate.agent.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.flight.FlightEntry;
import org.wolfgate.agent.flight.FlightReader;

/** What happened around a moment, by the flight recorder's ring. */
public final class MomentStory {

    private final Instant from;
    private final Instant to;
    private final List<String> happened = new ArrayList<>();
    private final Map<String, String> before = new TreeMap<>();
    private final Map<String, Visits> visits = new TreeMap<>();
    private final Map<String, Failures> failures = new TreeMap<>();
    private Optional<Instant> ringBegins = Optional.empty();
    private Optional<Instant> ringEnds = Optional.empty();

    private record Failures(int count, Instant first, String reason) {}

    private MomentStory(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Tells what happened.
     *
     * @param ring the flight recorder's folder
     * @param within so long before and after
     */
    public static List<String> tell(Instant moment, Duration within, Path ring) throws IOException {
        MomentStory story = new MomentStory(moment.minus(within), moment.plus(within));
        FlightReader.read(ring, story::take);
        return story.sentences();
    }

    private void take(FlightEntry entry) {
        ringBegins = ringBegins.or(() -> Optional.of(entry.at()));
        ringEnds = Optional.of(entry.at());
        if (entry.at().isBefore(from)) {
            if (entry.kind().equals("cap")) {
                before.put(entry.body().path("node").asText(), Sentences.cap(entry));
            }
        } else if (!entry.at().isAfter(to)) {
            within(entry);
        }
    }

    private void within(FlightEntry entry) {
        JsonNode body = entry.body();
        switch (entry.kind()) {
            case "started" ->
                add(entry, "the agent started, run " + body.path("boot").asText());
            case "in" -> add(entry, Sentences.message(entry));
            case "cap" -> add(entry, Sentences.cap(entry));
            case "link" ->
                add(
                        entry,
                        body.path("connected").asBoolean()
                                ? "the connection to the broker came up"
                                : "the connection to the broker was lost: "
                                        + body.path("why").asText());
            case FlightEntry.LOST -> add(entry, Sentences.lost(entry));
            case "decided" -> decided(entry);
            case "bus" -> bus(entry);
            default -> {
                // States and what went out follow from the rest.
            }
        }
    }

    private void decided(FlightEntry entry) {
        JsonNode event = entry.body().path("event");
        if (event.path("type").asText().equals("MeterRead")) {
            visits.computeIfAbsent(event.path("meter").asText(), meter -> new Visits())
                    .add(entry.at(), event);
        } else if (event.path("type").asText().equals("LimitReported")) {
            add(entry, Sentences.reported(event));
        }
        entry.body().path("set").forEach(set -> add(entry, Sentences.told(set)));
        for (JsonNode kept : entry.body().path("records")) {
            String kind = kept.path("kind").asText();
            if (kind.equals("verdict")) {
                add(
                        entry,
                        OrderRecords.sentence(Sentences.json(kept.path("body").asText())));
            } else if (kind.equals("order") || kind.equals("event")) {
                add(entry, "on record: " + kind + " " + kept.path("key").asText() + ", " + detail(kept));
            }
        }
    }

    private static String detail(JsonNode kept) {
        JsonNode body = Sentences.json(kept.path("body").asText());
        return body.has("detail")
                ? body.path("detail").asText()
                : body.path("reason").asText();
    }

    private void bus(FlightEntry entry) {
        if (entry.body().has("failure")) {
            failures.merge(
                    entry.body().path("line").asText(),
                    new Failures(1, entry.at(), entry.body().path("failure").asText()),
                    (a, b) -> new Failures(a.count() + 1, a.first(), a.reason()));
        }
    }

    private void add(FlightEntry entry, String sentence) {
        happened.add(entry.at() + "  " + sentence);
    }

    private List<String> sentences() {
        if (ringBegins.isEmpty()) {
            return List.of("The flight recorder's ring is empty.");
        }
        List<String> all = new ArrayList<>();
        all.add("From " + from + " to " + to + "; the ring reaches from " + ringBegins.get() + " to "
                + ringEnds.orElseThrow() + ".");
        before.forEach((node, sentence) -> all.add("Before that " + sentence + "."));
        all.addAll(happened);
        visits.forEach((meter, seen) -> all.add(seen.summary(meter)));
        failures.forEach((line, failure) -> all.add("Line " + line + " gave no good answer " + failure.count()
                + " times, first at " + failure.first() + ": " + failure.reason() + "."));
        if (happened.isEmpty() && visits.isEmpty()) {
            all.add("Nothing was recorded in this time.");
        }
        return all;
    }
}
