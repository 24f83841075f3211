package org.wolfgate.vectors;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import org.wolfgate.agent.pricing.rights.GateNeed;
import org.wolfgate.drivers.ActivePower;

/** Group {@code flowgate_right}: what a schedule needs on a gate, against what is held. */
final class GateRightCases {

    private GateRightCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        GateNeed need = GateNeed.of(
                inputs.megawatts("mw").orElseThrow(),
                factor(inputs.text("ptdf_source")),
                factor(inputs.text("ptdf_sink")));
        ActivePower held = inputs.megawatts("held_mw").orElse(ActivePower.ZERO);
        return Map.of(
                "flow_mw", fourDecimals(need.flow()),
                "required_mw", fourDecimals(need.required()),
                "shortfall_mw", fourDecimals(need.shortfall(held)));
    }

    /** A decimal, or a fraction such as 1/3. */
    private static BigDecimal factor(String text) {
        String[] parts = text.split("/", 2);
        BigDecimal numerator = new BigDecimal(parts[0].strip());
        return parts.length == 1
                ? numerator
                : numerator.divide(new BigDecimal(parts[1].strip()), MathContext.DECIMAL128);
    }

    private static BigDecimal fourDecimals(ActivePower power) {
        return power.megawatts().setScale(4, RoundingMode.HALF_EVEN);
    }
}
