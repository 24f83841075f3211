package org.wolfgate.agent.settlement;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.metering.ReactiveInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.PriceFlag;
import org.wolfgate.agent.pricing.Quote;
import org.wolfgate.agent.pricing.ReactiveEnergy;
import org.wolfgate.agent.pricing.ReactivePrice;
import org.wolfgate.agent.pricing.Voltage;

/**
 * How a node's vars are priced. Nothing is scheduled: all of them are unscheduled.
 *
 * @param scheduled the voltage schedule, above zero
 */
public record ReactiveTerms(ReactivePrice price, Voltage scheduled) {

    public ReactiveTerms {
        if (scheduled.millivolts() <= 0) {
            throw new IllegalArgumentException("a voltage schedule of " + scheduled + " is not above zero");
        }
    }

    /**
     * The line of an interval. A voltage that was not measured makes no price, vars that were not measured make no amount.
     *
     * @param node the node's active price
     */
    public ReactiveLine settle(ReactiveInterval metered, Price node) {
        Set<LineFlag> flags = new TreeSet<>();
        Optional<Quote> quote =
                metered.voltage().map(volts -> price.quote(scheduled, new Voltage(volts.millivolts()), node));
        Optional<Money> amount =
                quote.flatMap(q -> metered.varHours().flatMap(vars -> fitting(q.price(), new ReactiveEnergy(vars))));
        raise(flags, LineFlag.VOLTAGE_MISSING, quote.isEmpty());
        raise(flags, LineFlag.VOLTAGE_ESTIMATED, quote.isPresent() && metered.thin());
        raise(flags, LineFlag.REACTIVE_INCOMPLETE, metered.varHours().isEmpty());
        raise(
                flags,
                LineFlag.REACTIVE_CLAMPED,
                quote.filter(q -> q.flags().contains(PriceFlag.EXPONENT_CLAMPED))
                        .isPresent());
        raise(
                flags,
                LineFlag.REACTIVE_OUT_OF_RANGE,
                quote.isPresent() && metered.varHours().isPresent() && amount.isEmpty());
        return new ReactiveLine(this, metered, node, quote.map(Quote::price), amount, flags);
    }

    private static Optional<Money> fitting(Price price, ReactiveEnergy vars) {
        try {
            return Optional.of(vars.at(price));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static void raise(Set<LineFlag> flags, LineFlag flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }
}
