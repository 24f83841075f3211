package org.wolfgate.agent.cli.statement;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wolfgate.agent.pricing.tariff.Provenance;

/**
 * The statement lines of a span of time.
 *
 * @param from start of the first interval that may be in it
 * @param to where it ends, exclusive
 * @param orders the orders that ended within the span, with what they owe
 * @param lines in the order of nodes and time, versions of an interval one after the other
 */
public record Statement(
        String substation,
        String currency,
        Instant from,
        Instant to,
        List<StatementEntry> lines,
        List<OrderMoney> orders) {

    /** Said on every statement: nobody is bound by it. */
    static final String NOTICE = "a shadow settlement: the system operator's bill stays the bill";

    public Statement {
        lines = List.copyOf(lines);
        orders = List.copyOf(orders);
    }

    /** Without superseded versions. */
    public Statement latest() {
        return new Statement(
                substation,
                currency,
                from,
                to,
                lines.stream().filter(StatementEntry::inForce).toList(),
                orders);
    }

    /** The lines by node. */
    public Map<String, List<StatementEntry>> byNode() {
        return lines.stream()
                .collect(Collectors.groupingBy(line -> line.settled().node(), LinkedHashMap::new, Collectors.toList()));
    }

    /** A line by its id; without the version, the latest one. */
    public Optional<StatementEntry> find(String id) {
        return lines.stream()
                .filter(line ->
                        line.id().equals(id) || (line.inForce() && line.place().equals(id)))
                .findFirst();
    }

    /** The price formulas and tariffs that were used, each with its mark, as they are printed. */
    public List<String> tariffs() {
        return lines.stream()
                .map(line -> line.settled().deviation().price())
                .map(price -> label(price.parameterSet(), price.mark())
                        + (price.asksForMeanOfPrices() ? ", the mean of prices of an interval's samples" : ""))
                .distinct()
                .toList();
    }

    static String label(String tariff, Provenance mark) {
        return tariff + " (" + mark + ": " + mark.meaning() + ")";
    }
}
