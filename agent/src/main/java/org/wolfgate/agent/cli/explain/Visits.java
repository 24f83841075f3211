package org.wolfgate.agent.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/** What a meter saw over a span of time. */
final class Visits {

    private final List<Visit> all = new ArrayList<>();

    private record Visit(Instant at, Optional<Long> watts, String reason) {}

    void add(Instant at, JsonNode event) {
        JsonNode power = event.at("/reading/power");
        boolean good = power.path("quality").asText().equals("GOOD");
        Optional<Long> watts = good ? Optional.of(power.at("/value/watts").asLong()) : Optional.empty();
        all.add(new Visit(at, watts, power.path("reason").asText()));
    }

    /** One sentence. */
    String summary(String meter) {
        LongSummaryStatistics seen = all.stream()
                .flatMap(visit -> visit.watts().stream())
                .mapToLong(Long::longValue)
                .summaryStatistics();
        String range = seen.getCount() == 0
                ? "none of them gave a good power"
                : "it saw " + Sentences.power(seen.getMin()) + " to " + Sentences.power(seen.getMax());
        String why = all.stream()
                .filter(visit -> visit.watts().isEmpty())
                .findFirst()
                .map(visit -> "; " + (all.size() - seen.getCount()) + " gave none: " + visit.reason())
                .orElse("");
        return "The meter " + meter + " was visited " + all.size() + " times; " + range + why + ".";
    }

    /** How the power stood before a moment and when it first was at or below a cap. */
    List<String> against(String meter, long cap, Instant since) {
        List<String> sentences = new ArrayList<>();
        all.stream()
                .filter(visit -> visit.at().isBefore(since) && visit.watts().isPresent())
                .reduce((a, b) -> b)
                .ifPresent(visit -> sentences.add("Before, at " + visit.at() + ", the meter " + meter + " saw "
                        + Sentences.power(visit.watts().orElseThrow()) + "."));
        Optional<Visit> first = all.stream()
                .filter(visit -> !visit.at().isBefore(since))
                .filter(visit -> visit.watts().filter(watts -> watts <= cap).isPresent())
                .findFirst();
        sentences.add(first.map(visit -> "It first saw the cap kept at " + visit.at() + ", with "
                        + Sentences.power(visit.watts().orElseThrow()) + ", "
                        + Sentences.between(since, visit.at()) + " after the order came into force.")
                .orElse("It never saw the cap kept."));
        return sentences;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
