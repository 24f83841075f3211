package org.wolfgate.drivers.modbus;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.Reading;

/**
 * How registers stand for a quantity that the agent counts in whole small units (W, Wh or mHz).
 *
 * @param factor small units in one unit of the registers, positive; 1000 for a power in kW
 * @param unavailable bit patterns that mean "no value", as the manual prints them
 */
public record Encoding(NumberType type, WordOrder order, BigDecimal factor, List<Long> unavailable) {

    public Encoding {
        unavailable = List.copyOf(unavailable);
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("a factor of " + factor + "; it must be positive");
        }
    }

    /**
     * The quantity in small units, exact up to rounding to the nearest (half to even).
     *
     * @param words as they came, as many as the type needs
     */
    public Reading<Long> decode(List<Integer> words) {
        long bits = bits(words);
        String pattern = "0x" + Long.toHexString(bits);
        if (unavailable.contains(bits)) {
            return Reading.missing("the device has no value (" + pattern + ")");
        }
        try {
            return type.decode(bits)
                    .map(number -> Reading.good(number.multiply(factor)
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact()))
                    .orElseGet(() -> Reading.missing("the device has no value (" + pattern + " is no number)"));
        } catch (ArithmeticException e) {
            return Reading.missing("the value is out of all range (" + pattern + "); check type and word order");
        }
    }

    /** The registers that hold at most this quantity, as near as they can; empty if it does not fit them. */
    public Optional<List<Integer>> encodeDown(long small) {
        BigDecimal number = BigDecimal.valueOf(small).divide(factor, new MathContext(40, RoundingMode.FLOOR));
        return type.encodeDown(number).map(this::words);
    }

    private long bits(List<Integer> words) {
        if (words.size() != type.words()) {
            throw new IllegalArgumentException(words.size() + " registers for " + type + ", which has " + type.words());
        }
        return order.bigEndian(words).stream().mapToLong(Integer::longValue).reduce(0, (all, word) -> all << 16 | word);
    }

    private List<Integer> words(long bits) {
        List<Integer> words = new ArrayList<>();
        for (int shift = 16 * (type.words() - 1); shift >= 0; shift -= 16) {
            words.add((int) (bits >>> shift) & 0xFFFF);
        }
        return List.copyOf(order.bigEndian(words));
    }
}
