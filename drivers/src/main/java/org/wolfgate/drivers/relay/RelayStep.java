package org.wolfgate.drivers.relay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;

/**
 * One contact of a step table.
 *
 * @param percent what the plant may inject while the contact says so, 0 to 100 % of its rating
 * @param feedback the feedback contact that is closed while the relay is energised
 */
public record RelayStep(RelayOutput output, BigDecimal percent, Optional<String> feedback) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    boolean releases() {
        return percent.compareTo(HUNDRED) == 0;
    }

    /** The limit in watts, rounded down. */
    public ActivePower limit(ActivePower rating) {
        return new ActivePower(percent.multiply(BigDecimal.valueOf(rating.watts()))
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .longValueExact());
    }

    /** The coil when the contact says its limit, or does not. */
    boolean energised(boolean says) {
        boolean energiseToSay = (output.duty() == RelayOutput.Duty.RELEASE) == releases();
        return says == energiseToSay;
    }

    /** Whether the contact says its limit while the coil is so. */
    boolean says(boolean energised) {
        return energised(true) == energised;
    }
}
