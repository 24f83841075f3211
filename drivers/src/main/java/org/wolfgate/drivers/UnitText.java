package org.wolfgate.drivers;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a number with its unit, such as {@code 60 MW}, into a whole count of a fixed small unit, exactly. */
final class UnitText {

    private UnitText() {}

    /**
     * @param scales for each accepted unit, the number of small units in one of it
     * @throws IllegalArgumentException if the number or unit cannot be read, or is finer than the small unit
     */
    static long parse(String text, String quantity, Map<String, Long> scales) {
        String trimmed = text.strip();
        int space = trimmed.indexOf(' ');
        String unit = space < 0 ? "" : trimmed.substring(space + 1).strip();
        Long scale = scales.get(unit);
        if (scale == null) {
            throw new IllegalArgumentException("'" + text + "' is no " + quantity + ": write a number, a space and "
                    + scales.keySet().stream().sorted().collect(Collectors.joining(" or ")));
        }
        try {
            return new BigDecimal(trimmed.substring(0, space))
                    .multiply(BigDecimal.valueOf(scale))
                    .longValueExact();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + trimmed.substring(0, space) + "' is no number", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is out of range, or finer than the agent counts", e);
        }
    }
}
