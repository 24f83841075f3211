package org.wolfgate.agent.pricing;

import java.math.BigDecimal;

/**
 * A voltage in whole millivolts.
 *
 * @param millivolts voltage in mV
 */
public record Voltage(long millivolts) {

    /**
     * A voltage from kilovolts.
     *
     * @throws ArithmeticException if finer than a millivolt
     */
    public static Voltage ofKilovolts(BigDecimal kilovolts) {
        return new Voltage(kilovolts.movePointRight(6).longValueExact());
    }

    /** Exact kilovolts, for people and messages. */
    public BigDecimal kilovolts() {
        return BigDecimal.valueOf(millivolts, 6);
    }

    @Override
    public String toString() {
        return kilovolts().stripTrailingZeros().toPlainString() + " kV";
    }
}
