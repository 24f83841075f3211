package org.wolfgate.agent.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import org.wolfgate.agent.money.Price;

/**
 * The reactive version: local voltage prices unscheduled vars, and the local active price is a second variable (Lively,
 * Carnegie Mellon seminar, December 2004). With {@code v = (V_s - V) / V_s} and {@code B = b0 + b1 max(P_node, 0)} the
 * price is {@code B sgn(v) (2^(|v|/d_v) - 1)}: low voltage pays for injected vars, high voltage for absorbed ones, and
 * there is no dead band. A b0 above zero keeps the sign right when the active price is negative.
 *
 * @param base b0, currency/Mvarh
 * @param perActivePrice b1, currency/Mvarh for each currency/MWh of the node's price
 * @param doubling d_v, the relative departure from the schedule that doubles, above 0
 */
public record ReactivePrice(Price base, PerUnit perActivePrice, PerUnit doubling) {

    /** Illustrative, for trials; no source publishes parameters. */
    public static final ReactivePrice ILLUSTRATIVE =
            new ReactivePrice(Price.parse("2.00"), PerUnit.parse("0.05"), PerUnit.parse("0.02"));

    public ReactivePrice {
        if (doubling.billionths() <= 0) {
            throw new IllegalArgumentException("the relative voltage that doubles must be above zero");
        }
    }

    /**
     * The price in currency/Mvarh, rounded half-even to 0.01.
     *
     * @param scheduled V_s, above 0
     */
    public Quote quote(Voltage scheduled, Voltage measured, Price node) {
        if (scheduled.millivolts() <= 0) {
            throw new IllegalArgumentException("the voltage schedule " + scheduled + " is not above zero");
        }
        RaisedFlags raised = new RaisedFlags();
        double n = doublings(scheduled.millivolts(), measured.millivolts());
        double activePart = perActivePrice.times((double) Math.max(node.hundredths(), 0));
        double hundredths = (base.hundredths() + activePart) * OddPower.of(n, raised);
        return new Quote(new Price(PriceLimits.NONE.settle(hundredths, raised)), Optional.empty(), raised.toSet());
    }

    /** B, exact: what multiplies the voltage term, currency/Mvarh. */
    public BigDecimal scale(Price node) {
        BigDecimal active = new Price(Math.max(node.hundredths(), 0)).perMegawattHour();
        return base.perMegawattHour().add(active.multiply(BigDecimal.valueOf(perActivePrice.billionths(), 9)));
    }

    /** Whole numbers divided once, so that 2 % of the schedule is exactly 0.02 of it. */
    private double doublings(long scheduled, long measured) {
        return (scheduled - measured) * 1e9 / ((double) scheduled * doubling.billionths());
    }
}
