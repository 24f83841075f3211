package org.wolfgate.agent.settlement;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Energy;

/**
 * Settles the unscheduled flow of a node interval by interval: metered energy less offset, times one price for both
 * directions. Energy above an ordered cap is settled at the price or at zero, whichever is lower, so that a price of
 * shortage does not reward the violation of an order.
 *
 * @param accuracy class of the node's meter
 * @param damages what the node's contract says of a shortfall, which then settles there and nowhere else
 */
public record DeviationSettlement(AccuracyClass accuracy, Optional<DamagesTerms> damages) {

    /** A node whose shortfalls are deviations like any other. */
    public DeviationSettlement(AccuracyClass accuracy) {
        this(accuracy, Optional.empty());
    }

    /**
     * One version of one interval's line. An interval of which the energy or the schedule is not known gets a line too:
     * with its price, without an amount, and provisional. So does one whose amount is beyond {@link Money}.
     *
     * @param version 1 for the first line of the interval, one more for each re-pricing
     */
    public DeviationLine settle(MeteredInterval metered, Offset offset, IntervalPrice price, int version) {
        Optional<Energy> energy = metered.quality().isComplete() ? metered.net() : Optional.empty();
        Optional<Energy> deviation = energy.flatMap(flow -> offset.effective().map(flow::minus));
        Energy excess = energy.map(flow -> excess(flow, offset)).orElse(Energy.ZERO);
        Optional<Optional<DamagesLine>> owed = deviation.isEmpty()
                ? Optional.of(Optional.empty())
                : fitting(() -> owed(energy, offset.effective(), price.price()));
        Optional<Money> amount = deviation.flatMap(d -> owed.flatMap(line -> fitting(
                () -> amount(d.plus(line.map(DamagesLine::shortfall).orElse(Energy.ZERO)), excess, price.price()))));
        Optional<DamagesLine> damaged = amount.flatMap(a -> owed.flatMap(line -> line));
        Optional<Uncertainty> uncertainty = deviation.flatMap(d ->
                energy.flatMap(flow -> fitting(() -> Uncertainty.of(accuracy, flow, d, price.price()))));
        boolean outOfRange = deviation.isPresent() && amount.isEmpty();
        boolean provisional = amount.isEmpty() || price.provisional();
        SortedSet<String> flags = flags(metered, offset, price, excess, uncertainty);
        raise(flags, LineFlag.AMOUNT_OUT_OF_RANGE, outOfRange);
        raise(flags, LineFlag.LIQUIDATED_DAMAGES, damaged.isPresent());
        return new DeviationLine(
                metered,
                offset,
                price,
                version,
                provisional ? Finality.PROVISIONAL : Finality.FINAL,
                deviation,
                excess,
                amount.orElse(Money.ZERO),
                uncertainty,
                flags,
                damaged);
    }

    private Optional<DamagesLine> owed(Optional<Energy> metered, Optional<Energy> offset, Price price) {
        return damages.flatMap(terms -> metered.flatMap(flow -> offset.flatMap(due -> terms.of(flow, due, price))));
    }

    /** A price of a million million per MWh is possible in deep shortage; what no amount can hold is not priced at all. */
    private static <T> Optional<T> fitting(Supplier<T> product) {
        try {
            return Optional.of(product.get());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Energy above what the caps allowed; none without a cap. */
    static Energy excess(Energy metered, Offset offset) {
        return offset.allowed()
                .filter(allowed -> metered.compareTo(allowed) > 0)
                .map(metered::minus)
                .orElse(Energy.ZERO);
    }

    /** The amount, rounded once. */
    static Money amount(Energy deviation, Energy excess, Price price) {
        return price.times(priced(deviation, excess, price));
    }

    /** At a negative price the excess pays like the rest, at a positive one it earns nothing. */
    static Energy priced(Energy deviation, Energy excess, Price price) {
        return price.compareTo(Price.ZERO) > 0 ? deviation.minus(excess) : deviation;
    }

    private static SortedSet<String> flags(
            MeteredInterval metered,
            Offset offset,
            IntervalPrice price,
            Energy excess,
            Optional<Uncertainty> uncertainty) {
        SortedSet<String> flags = new TreeSet<>(price.flags());
        metered.flags().forEach(flag -> flags.add(flag.name()));
        offset.rights().ifPresent(gap -> flags.addAll(gap.flags()));
        raise(flags, LineFlag.SCHEDULE_CURTAILED, offset.curtailed());
        raise(flags, LineFlag.NONCOMPLIANT, excess.wattHours() > 0);
        raise(
                flags,
                LineFlag.BELOW_METER_ACCURACY,
                uncertainty.filter(Uncertainty::exceedsDeviation).isPresent());
        raise(flags, LineFlag.ENERGY_INCOMPLETE, !metered.quality().isComplete());
        raise(flags, LineFlag.SCHEDULE_MISSING, offset.effective().isEmpty());
        return flags;
    }

    private static void raise(SortedSet<String> flags, LineFlag flag, boolean raised) {
        if (raised) {
            flags.add(flag.name());
        }
    }
}
