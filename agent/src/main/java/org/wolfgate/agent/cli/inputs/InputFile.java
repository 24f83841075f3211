package org.wolfgate.agent.cli.inputs;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

/**
 * Reads inputs block by block, as a table or as JSON. A row holds until its {@code end}; without one, until the next row,
 * and all rows are as long as the first. Rows follow one another: an overlap or a gap is a problem, a value that is not
 * known is left empty.
 */
public final class InputFile {

    /** More than any price per MWh; keeps sums of a month exact and short. */
    private static final int MOST_DIGITS = 15;

    private final String file;
    private final Set<String> names;
    private final Problems problems;
    /** Told once, not in every row. */
    private final Set<String> unknown = new HashSet<>();

    private InputFile(String file, Set<String> names, Problems problems) {
        this.file = file;
        this.names = names;
        this.problems = problems;
    }

    /**
     * Reads the text of a file.
     *
     * @param names the inputs that the tariff has
     * @return empty if there were problems
     */
    public static Optional<InputSeries> read(String file, String text, Set<String> names, Problems problems) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        boolean json =
                plain.stripLeading().startsWith("[") || plain.stripLeading().startsWith("{");
        List<InputRow> rows = json ? JsonRows.read(file, plain, problems) : CsvRows.read(file, plain, problems);
        InputSeries series = new InputFile(file, names, problems).series(rows);
        return problems.isEmpty() ? Optional.of(series) : Optional.empty();
    }

    private InputSeries series(List<InputRow> rows) {
        TreeMap<Instant, InputSeries.Span> spans = new TreeMap<>();
        Optional<Instant> expected = Optional.empty();
        Optional<Duration> step = step(rows);
        for (InputRow row : rows) {
            Optional<Instant> start = time(row.start());
            Optional<Instant> end =
                    row.end().isPresent() ? time(row.end().get()) : start.flatMap(s -> step.map(s::plus));
            Map<String, BigDecimal> values = values(row);
            if (start.isPresent() && end.isPresent() && inOrder(row, start.get(), end.get(), expected)) {
                spans.put(start.get(), new InputSeries.Span(new Interval(start.get(), end.get()), values));
            }
            expected = end.isPresent() ? end : expected;
        }
        return new InputSeries(file, spans);
    }

    /** Without ends the second row says how long a row is. */
    private Optional<Duration> step(List<InputRow> rows) {
        if (rows.isEmpty() || rows.get(0).end().isPresent()) {
            return Optional.empty();
        }
        if (rows.size() == 1) {
            problems.add(
                    rows.get(0).start().problem(file, "one row does not say how long it holds", "add a column 'end'"));
            return Optional.empty();
        }
        Optional<Instant> first = parsed(rows.get(0).start());
        Optional<Instant> second = parsed(rows.get(1).start());
        if (first.isPresent() && second.isPresent() && !first.get().isBefore(second.get())) {
            String what = "the row from " + second.get() + " overlaps the one before, from " + first.get();
            problems.add(rows.get(1).start().problem(file, what, "let times rise from row to row"));
        }
        return first.flatMap(a -> second.filter(a::isBefore).map(b -> Duration.between(a, b)));
    }

    private boolean inOrder(InputRow row, Instant start, Instant end, Optional<Instant> expected) {
        Optional<String> wrong = !end.isAfter(start)
                ? Optional.of("the row ends at " + end + ", not after its start")
                : expected.filter(at -> !at.equals(start))
                        .map(at -> start.isBefore(at)
                                ? "the row from " + start + " overlaps the one before, which holds until " + at
                                : "there is a gap from " + at + " to " + start);
        wrong.ifPresent(what -> problems.add(row.start()
                .problem(file, what, "let each row begin where the one before ends; leave unknown values empty")));
        return wrong.isEmpty();
    }

    private Optional<Instant> time(Cell cell) {
        Optional<Instant> time = parsed(cell);
        if (time.isEmpty()) {
            problems.add(cell.problem(
                    file, "'" + cell.text() + "' is no time", "write it in UTC, such as 2026-11-22T06:30:00Z"));
        }
        return time;
    }

    private static Optional<Instant> parsed(Cell cell) {
        try {
            return Optional.of(Instant.parse(cell.text()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Map<String, BigDecimal> values(InputRow row) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        row.values().forEach((name, cell) -> {
            if (!names.contains(name)) {
                String all = names.isEmpty() ? "there is none" : "the inputs are " + String.join(", ", names);
                if (unknown.add(name)) {
                    problems.add(cell.problem(file, "no input '" + name + "' is asked for", all));
                }
            } else if (!cell.isEmpty()) {
                number(cell).ifPresent(value -> values.put(name, value));
            }
        });
        return values;
    }

    private Optional<BigDecimal> number(Cell cell) {
        if (cell.text().matches("[+-]?\\d{1," + MOST_DIGITS + "}(\\.\\d{1," + MOST_DIGITS + "})?")) {
            return Optional.of(new BigDecimal(cell.text()));
        }
        Problem problem = cell.problem(
                file, "'" + cell.text() + "' is no number", "write it such as 61.20, or leave it empty if unknown");
        problems.add(problem);
        return Optional.empty();
    }
}
