package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The unit of a tariff's rates.
 *
 * @param text as written, such as {@code paise/kWh}
 * @param perMega currency per MWh (or Mvarh) in one of it
 */
public record RateUnit(String text, BigDecimal perMega) {

    private static final Map<String, String> MINOR = Map.of("paise", "0.01", "cent", "0.01", "pence", "0.01");

    private static final Map<String, String> ENERGY = Map.of("kWh", "1000", "MWh", "1", "kvarh", "1000", "Mvarh", "1");

    /**
     * A unit such as {@code paise/kWh}, {@code USD/MWh} or {@code paise/kvarh}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static RateUnit parse(String text) {
        String[] parts = text.strip().split("/", 2);
        if (parts.length < 2 || !ENERGY.containsKey(parts[1]) || parts[0].isBlank()) {
            throw new IllegalArgumentException("'" + text + "' is no rate: write money/energy, such as USD/MWh or"
                    + " paise/kWh, with the energy in kWh, MWh, kvarh or Mvarh");
        }
        BigDecimal money = new BigDecimal(MINOR.getOrDefault(parts[0], "1"));
        return new RateUnit(text.strip(), money.multiply(new BigDecimal(ENERGY.getOrDefault(parts[1], "1"))));
    }
}
