package org.wolfgate.agent.pricing.tariff;

import org.wolfgate.agent.pricing.PerUnit;

/**
 * A reactive charge with a dead band: below the low voltage injected vars are paid and drawn ones pay, above the high
 * voltage the reverse, nothing between.
 *
 * @param rate money per reactive energy
 * @param low relative voltage, strictly below which it acts
 * @param high relative voltage, strictly above which it acts
 * @param origin where the rule comes from
 */
public record ReactiveRule(Operand rate, PerUnit low, PerUnit high, Origin origin) {

    public ReactiveRule {
        if (low.billionths() > high.billionths()) {
            throw new IllegalArgumentException("the low voltage " + low + " lies above the high voltage " + high);
        }
    }

    /** +1 where injected vars are paid, -1 where they pay, 0 between. */
    int sign(PerUnit voltage) {
        if (voltage.billionths() < low.billionths()) {
            return 1;
        }
        return voltage.billionths() > high.billionths() ? -1 : 0;
    }
}
