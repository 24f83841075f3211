package org.wolfgate.agent.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.wolfgate.agent.metering.Interval;
import picocli.CommandLine.Option;

/** The span of time that a verb is about, in UTC. */
final class SpanOptions {

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "first interval, UTC: 2026-11-22 or 2026-11-22T06:00:00Z (default: 24 h before --to)")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "where it ends, exclusive, UTC (default: now)")
    private Optional<String> to = Optional.empty();

    Interval span() {
        Instant end = to.map(text -> time("--to", text)).orElseGet(Instant::now).truncatedTo(ChronoUnit.SECONDS);
        Instant start = from.map(text -> time("--from", text)).orElse(end.minus(24, ChronoUnit.HOURS));
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "--from " + start + " is not before --to " + end + "; exchange them or choose others");
        }
        return new Interval(start.truncatedTo(ChronoUnit.SECONDS), end);
    }

    /** The interval's start in the name of an amount, as a span that holds nothing else. */
    static Interval place(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException(
                    "--explain " + id + ": an amount is named NODE/START or NODE/START/VERSION, as in the statement");
        }
        Instant start = time("--explain", parts[1]);
        return new Interval(start, start.plusSeconds(1));
    }

    private static Instant time(String option, String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option + " " + text + " is no time; write 2026-11-22 or 2026-11-22T06:00:00Z, in UTC", e);
        }
    }
}
