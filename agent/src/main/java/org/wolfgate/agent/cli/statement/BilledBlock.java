package org.wolfgate.agent.cli.statement;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.pricing.tariff.Bill;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * One settlement block of a node under a tariff.
 *
 * @param metered empty if the energy of any interval in it is not known
 * @param scheduled held to the caps in force; empty if it is not known for any interval in it
 * @param frequency mean of the frequencies of its intervals; empty if one is not known
 * @param given inputs that the ledger does not hold, by the tariff's names
 * @param bill empty if the energies are not known
 * @param inputs flags of the intervals' lines
 */
public record BilledBlock(
        String node,
        Interval span,
        Optional<Energy> metered,
        Optional<Energy> scheduled,
        Optional<Frequency> frequency,
        Map<String, BigDecimal> given,
        Optional<Bill> bill,
        SortedSet<String> inputs) {

    /** The bill, if every MWh of it has a rate: only then is its total an amount. */
    Optional<Bill> settled() {
        return bill.filter(Bill::complete);
    }

    /** Such as {@code price=80.00}; for people and spreadsheets. */
    String givenText() {
        return given.entrySet().stream()
                .map(input -> input.getKey() + "=" + input.getValue().toPlainString())
                .collect(Collectors.joining(" "));
    }

    SortedSet<String> flags() {
        SortedSet<String> all = new TreeSet<>(inputs);
        bill.ifPresent(b -> all.addAll(b.flags()));
        return all;
    }
}
