package org.wolfgate.agent.settlement;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.drivers.Energy;

/**
 * One version of what a node's deviation in one interval is worth, with every input, so that it can be recomputed by
 * hand. A shadow settlement: the system operator's bill stays the bill.
 *
 * @param version 1 for the first; late inputs make a new version
 * @param deviation metered less effective schedule; empty while either is unknown
 * @param excess the part of the metered energy above the ordered cap, zero if there is none
 * @param amount of the deviation less the shortfall that damages settle; positive is a credit to the node; zero while the
 *     deviation is unknown or the amount out of range
 * @param uncertainty what the meter's accuracy leaves open; empty while the deviation is unknown
 * @param flags of energy, frequency, price and settlement, as printed
 * @param damages for a shortfall, if the node has a contract that says so
 */
public record DeviationLine(
        MeteredInterval metered,
        Offset offset,
        IntervalPrice price,
        int version,
        Finality finality,
        Optional<Energy> deviation,
        Energy excess,
        Money amount,
        Optional<Uncertainty> uncertainty,
        SortedSet<String> flags,
        Optional<DamagesLine> damages) {

    public DeviationLine {
        flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    }

    /** What the deviation comes to, damages included. */
    public Money balance() {
        return damages.map(line -> amount.plus(line.amount())).orElse(amount);
    }

    /** The part of the deviation that settles as a deviation: all but a shortfall that the contract settles. */
    Optional<Energy> settled() {
        return deviation.map(d -> damages.map(line -> d.plus(line.shortfall())).orElse(d));
    }

    /** The same line once a later version has taken its place. */
    public DeviationLine superseded() {
        return new DeviationLine(
                metered,
                offset,
                price,
                version,
                Finality.SUPERSEDED,
                deviation,
                excess,
                amount,
                uncertainty,
                flags,
                damages);
    }
}
