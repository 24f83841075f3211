package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.wolfgate.agent.money.Money;

/**
 * What a tariff makes of one or more blocks.
 *
 * @param tariff the tariff's label with its provenance mark, for printing beside every amount
 * @param lines one for each band of each charge that applied, also those without energy
 * @param flags what a reader must know, such as {@code UNSTATED_RULE} or {@code INPUT_MISSING:day_ahead}
 */
public record Bill(String tariff, List<Line> lines, Set<String> flags) {

    public Bill {
        lines = List.copyOf(lines);
        flags = Set.copyOf(flags);
    }

    /** This bill and another of the same tariff, such as the next hour's. */
    public Bill plus(Bill other) {
        List<Line> both = new ArrayList<>(lines);
        both.addAll(other.lines);
        Set<String> union = new TreeSet<>(flags);
        union.addAll(other.flags);
        return new Bill(tariff, both, union);
    }

    /** Whether every MWh has a rate; if not, the total is not the whole amount and must not be taken for it. */
    public boolean complete() {
        return lines.stream()
                .allMatch(line ->
                        line.credit().isPresent() || line.megawattSeconds().signum() == 0);
    }

    /** Credit to the node; below zero it pays. */
    public Money total() {
        return sum(line -> true);
    }

    public Money base() {
        return sum(line -> !line.additional());
    }

    public Money additional() {
        return sum(Line::additional);
    }

    /** The amount of the lines that pass, added up exactly and rounded once. */
    public Money sum(Predicate<Line> which) {
        return Line.perHour(lines.stream().filter(which).map(Line::exact).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The energy of the lines that pass, in MW seconds. */
    public BigDecimal megawattSeconds(Predicate<Line> which) {
        return lines.stream().filter(which).map(Line::megawattSeconds).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
