package org.wolfgate.agent.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * Reporting area control error, {@code (NI_A - NI_S) - 10 B (F_A - F_S) - I_ME} (NERC BAL-001); negative is a short
 * area. It holds a frequency term of its own: a formula of both frequency and this counts frequency twice.
 */
public final class ControlError {

    private ControlError() {}

    /**
     * The error, half-even to 1 W.
     *
     * @param actual net actual interchange NI_A
     * @param scheduled net scheduled interchange NI_S
     * @param biasPerTenthHertz B, in power per 0.1 Hz, below zero
     * @param frequency F_A
     * @param scheduledFrequency F_S
     * @param meterError I_ME
     */
    public static ActivePower of(
            ActivePower actual,
            ActivePower scheduled,
            ActivePower biasPerTenthHertz,
            Frequency frequency,
            Frequency scheduledFrequency,
            ActivePower meterError) {
        BigDecimal response = BigDecimal.valueOf(biasPerTenthHertz.watts())
                .multiply(BigDecimal.valueOf(frequency.millihertz() - (long) scheduledFrequency.millihertz(), 2));
        long watts = response.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        return actual.minus(scheduled).minus(new ActivePower(watts)).minus(meterError);
    }
}
