package org.wolfgate.agent.settlement;

import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/**
 * What the insurance of one unit comes to in one interval, with what it came from.
 *
 * @param strike c; empty if the unit is not insured
 * @param curtailed scheduled less granted energy
 * @param compensation owed to the unit, six decimals
 * @param cover what the unit pays for being insured; empty if no premium was agreed in a message
 * @param fee what the unit pays for injecting here and selling in another zone; negative is a credit
 * @param spans the parts of the interval that compensation and fee come from
 */
public record UnitLine(
        String unit,
        Optional<Price> strike,
        Energy curtailed,
        Money compensation,
        Optional<Cover> cover,
        Money fee,
        List<UnitSpan> spans) {

    /**
     * The premium of an interval, due whether the unit ran or not.
     *
     * @param rate X(c) per insured MWh
     * @param insured power
     * @param premium rate x insured x time, six decimals
     */
    public record Cover(Price rate, ActivePower insured, Money premium) {}

    public UnitLine {
        spans = List.copyOf(spans);
    }

    /** A line of compensation alone. */
    public UnitLine(String unit, Optional<Price> strike, Energy curtailed, Money compensation) {
        this(unit, strike, curtailed, compensation, Optional.empty(), Money.ZERO, List.of());
    }

    /** Zero if no premium was agreed. */
    public Money premium() {
        return cover.map(Cover::premium).orElse(Money.ZERO);
    }

    /** Whether any energy or amount on it is other than zero. */
    public boolean saysSomething() {
        return curtailed.wattHours() != 0 || cover.isPresent() || fee.micros() != 0;
    }
}
