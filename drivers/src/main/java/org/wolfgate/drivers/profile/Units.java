package org.wolfgate.drivers.profile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/** The units of registers, as factors to the small units that the agent counts. */
final class Units {

    static final Map<String, BigDecimal> POWER =
            Map.of("W", BigDecimal.ONE, "kW", new BigDecimal(1_000), "MW", new BigDecimal(1_000_000));
    static final Map<String, BigDecimal> ENERGY =
            Map.of("Wh", BigDecimal.ONE, "kWh", new BigDecimal(1_000), "MWh", new BigDecimal(1_000_000));
    static final Map<String, BigDecimal> REACTIVE = Map.of("var", BigDecimal.ONE, "kvar", new BigDecimal(1_000));
    static final Map<String, BigDecimal> APPARENT = Map.of("VA", BigDecimal.ONE, "kVA", new BigDecimal(1_000));
    static final Map<String, BigDecimal> VOLTAGE = Map.of("mV", BigDecimal.ONE, "V", new BigDecimal(1_000));
    static final Map<String, BigDecimal> CURRENT = Map.of("mA", BigDecimal.ONE, "A", new BigDecimal(1_000));
    static final Map<String, BigDecimal> FREQUENCY = Map.of("mHz", BigDecimal.ONE, "Hz", new BigDecimal(1_000));

    private Units() {}

    /**
     * The factor of a unit.
     *
     * @throws IllegalArgumentException naming the known units if it is none of them
     */
    static BigDecimal factor(Map<String, BigDecimal> units, String unit) {
        BigDecimal factor = units.get(unit);
        if (factor == null) {
            throw new IllegalArgumentException("'" + unit + "' is no unit here: write "
                    + units.keySet().stream().sorted().collect(Collectors.joining(" or ")));
        }
        return factor;
    }
}
