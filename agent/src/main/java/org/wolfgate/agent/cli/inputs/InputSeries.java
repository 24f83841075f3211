package org.wolfgate.agent.cli.inputs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.wolfgate.agent.metering.Interval;

/** Inputs of a tariff over time, without overlaps and gaps. Where the file has no value nothing is known, not zero. */
public final class InputSeries {

    public static final InputSeries NONE = new InputSeries("", new TreeMap<>());

    private final String file;
    private final NavigableMap<Instant, Span> spans;

    /** What is known of a span of time, by the name of the input. */
    record Span(Interval time, Map<String, BigDecimal> values) {
        Span {
            values = Map.copyOf(values);
        }
    }

    /** @param spans by their starts; they do not overlap */
    InputSeries(String file, NavigableMap<Instant, Span> spans) {
        this.file = file;
        this.spans = spans;
    }

    /** The inputs that the file has values for. */
    public boolean has(String name) {
        return spans.values().stream().anyMatch(span -> span.values().containsKey(name));
    }

    /**
     * What is known of a block.
     *
     * @return empty outside the file
     * @throws IllegalArgumentException if the file's rows are shorter than the block, so that no single value holds for it
     */
    public Map<String, BigDecimal> over(Interval block) {
        Map.Entry<Instant, Span> entry = spans.floorEntry(block.start());
        if (entry == null || !entry.getValue().time().contains(block.start())) {
            return Map.of();
        }
        Span span = entry.getValue();
        if (span.time().end().isBefore(block.end())) {
            throw new IllegalArgumentException(
                    file + ": the row of " + span.time().start() + " ends at "
                            + span.time().end() + ", within the block from " + block.start() + " to " + block.end()
                            + "; give one value for each block of the tariff");
        }
        return new LinkedHashMap<>(span.values());
    }
}
