package org.wolfgate.agent.bringup;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quantities as people read them, with a unit that keeps the number short. */
public final class Text {

    private Text() {}

    /** From mV. */
    public static String volts(long millivolts) {
        return scaled(millivolts, "V", "kV");
    }

    /** From mA. */
    public static String amperes(long milliamperes) {
        return scaled(milliamperes, "A", "kA");
    }

    /** From W. */
    public static String watts(long watts) {
        long size = Math.abs(watts);
        if (size >= 1_000_000) {
            return plain(BigDecimal.valueOf(watts, 6)) + " MW";
        }
        return size >= 1_000 ? plain(BigDecimal.valueOf(watts, 3)) + " kW" : watts + " W";
    }

    private static String scaled(long thousandths, String unit, String thousand) {
        return Math.abs(thousandths) >= 1_000_000
                ? plain(BigDecimal.valueOf(thousandths, 6)) + " " + thousand
                : plain(BigDecimal.valueOf(thousandths, 3)) + " " + unit;
    }

    private static String plain(BigDecimal number) {
        return number.setScale(Math.min(number.scale(), 3), RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
