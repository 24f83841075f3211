package org.wolfgate.agent.pricing;

import org.wolfgate.agent.money.Price;

/**
 * What one more MW over a gate is worth: {@code C(L) = A sgn(L) (2^(|L|/d) - 1)}. "A similar function is used for the
 * geographical dispersion of prices" (Lively, Public Utilities Fortnightly, September 1998); the constants are policy.
 *
 * @param id the operator's name of the gate
 * @param scale A, in currency/MWh; illustrative 1.00
 * @param doubling d, the rise in loading that doubles, above 0; illustrative 0.10
 */
public record Flowgate(String id, Price scale, PerUnit doubling) {

    public Flowgate {
        if (doubling.billionths() <= 0) {
            throw new IllegalArgumentException("flowgate " + id + ": the loading that doubles must be above zero");
        }
    }

    /**
     * C(L), unrounded.
     *
     * @param loading signed flow over limit, in the gate's positive direction
     * @return hundredths of currency/MWh
     */
    double hundredths(PerUnit loading, RaisedFlags raised) {
        return scale.hundredths() * OddPower.of(loading.over(doubling), raised);
    }
}
