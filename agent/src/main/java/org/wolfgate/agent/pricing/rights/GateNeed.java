package org.wolfgate.agent.pricing.rights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wolfgate.drivers.ActivePower;

/**
 * The right that a schedule needs on a flowgate: MW times the difference of the distribution factors at source and
 * sink. Power does not follow the contract path, so a transaction answers for every gate it loads (Lively, Public
 * Utilities Fortnightly, February 2000).
 *
 * @param flow what the schedule adds to the gate in its positive direction; negative is counter-flow
 */
public record GateNeed(ActivePower flow) {

    /**
     * Rounded half-even to 1 W.
     *
     * @param atSource change of the gate's flow per MW injected at the source
     * @param atSink the same at the sink
     */
    public static GateNeed of(ActivePower schedule, BigDecimal atSource, BigDecimal atSink) {
        BigDecimal watts = BigDecimal.valueOf(schedule.watts()).multiply(atSource.subtract(atSink));
        return new GateNeed(
                new ActivePower(watts.setScale(0, RoundingMode.HALF_EVEN).longValueExact()));
    }

    /** The right needed; counter-flow needs none. */
    public ActivePower required() {
        return flow.max(ActivePower.ZERO);
    }

    /** What is missing when this much is held; zero if enough is. */
    public ActivePower shortfall(ActivePower held) {
        return required().minus(held).max(ActivePower.ZERO);
    }
}
