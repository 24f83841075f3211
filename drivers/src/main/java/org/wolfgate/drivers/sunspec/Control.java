package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;

/**
 * The ceiling of a device at one moment, and how its percentage relates to watts.
 *
 * @param data the registers of its model
 * @param base WMax, what 100 % means; at least 1 W. It can be below the rating, so it is read, never assumed
 * @param scale the power of ten of the percentage register
 */
record Control(Ceiling ceiling, ModelData data, ActivePower base, int scale) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** The largest register value whose limit is not above the cap; 0 to 100 %. */
    int roundedDown(ActivePower cap) {
        BigDecimal percent = HUNDRED.multiply(BigDecimal.valueOf(cap.watts()))
                .divide(BigDecimal.valueOf(base.watts()), 20, RoundingMode.FLOOR);
        return register(percent);
    }

    /** A percentage as the register takes it, rounded down and held within 0 to 100. */
    int register(BigDecimal percent) {
        return percent.max(BigDecimal.ZERO)
                .min(HUNDRED)
                .scaleByPowerOfTen(-scale)
                .setScale(0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(0xFFFE))
                .intValueExact();
    }

    /** What the register allows, in whole watts; all of WMax if the limit is switched off. */
    ActivePower held() {
        Optional<BigDecimal> percent = data.value("WMaxLimPct").filter(any -> ceiling.isOn(data));
        return percent.map(this::watts).orElse(base);
    }

    /** What stands in the percentage register; -1 if nothing does. */
    int raw() {
        return data.raw("WMaxLimPct").map(BigDecimal::intValueExact).orElse(-1);
    }

    private ActivePower watts(BigDecimal percent) {
        return new ActivePower(percent.multiply(BigDecimal.valueOf(base.watts()))
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .longValueExact());
    }
}
