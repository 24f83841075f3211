package org.wolfgate.vectors;

import java.util.Map;
import org.wolfgate.agent.pricing.ControlError;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/** Reporting area control error. */
final class ControlErrorCases {

    private ControlErrorCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        ActivePower error = ControlError.of(
                power(inputs, "nia"),
                power(inputs, "nis"),
                power(inputs, "bias_mw_per_0p1hz"),
                Frequency.parse(inputs.text("fa") + " Hz"),
                Frequency.parse(inputs.text("fs") + " Hz"),
                power(inputs, "ime"));
        return Map.of("ace_mw", error.megawatts());
    }

    private static ActivePower power(Inputs inputs, String name) {
        return inputs.megawatts(name).orElseThrow();
    }
}
