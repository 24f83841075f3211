package org.wolfgate.drivers.modbus;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the bits of one to four registers make a number. Every conversion is exact, or rounds down where it says so. */
public enum NumberType {
    U16(1),
    S16(1),
    U32(2),
    S32(2),
    U64(4),
    S64(4),
    F32(2),
    F64(4);

    private final int words;

    NumberType(int words) {
        this.words = words;
    }

    /** How many registers it takes. */
    public int words() {
        return words;
    }

    /**
     * The type by its name in profiles, such as {@code u16} or {@code f32}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static NumberType parse(String text) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no number type: write u16, s16, u32, s32, u64, s64, f32 or f64"));
    }

    /**
     * The exact number behind a bit pattern.
     *
     * @param bits right-aligned
     * @return empty for a float that is no finite number
     */
    Optional<BigDecimal> decode(long bits) {
        return switch (this) {
            case U16, U32 -> Optional.of(BigDecimal.valueOf(bits));
            case S16 -> Optional.of(BigDecimal.valueOf(bits << 48 >> 48));
            case S32 -> Optional.of(BigDecimal.valueOf(bits << 32 >> 32));
            case S64 -> Optional.of(BigDecimal.valueOf(bits));
            case U64 -> Optional.of(new BigDecimal(new BigInteger(Long.toUnsignedString(bits))));
            case F32 -> finite(Float.intBitsToFloat((int) bits));
            case F64 -> finite(Double.longBitsToDouble(bits));
        };
    }

    private static Optional<BigDecimal> finite(double value) {
        return Double.isFinite(value) ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    /**
     * The bit pattern of the largest number of this type that is not above the given one.
     *
     * @return empty if the number is outside the type's range
     */
    Optional<Long> encodeDown(BigDecimal number) {
        return switch (this) {
            case F32 -> inRange(floatDown(number));
            case F64 -> inRange(doubleDown(number));
            default -> integer(number.setScale(0, RoundingMode.FLOOR).toBigInteger());
        };
    }

    private Optional<Long> integer(BigInteger whole) {
        int bits = 16 * words;
        boolean signed = this == S16 || this == S32 || this == S64;
        boolean fits = signed ? whole.bitLength() < bits : whole.signum() >= 0 && whole.bitLength() <= bits;
        return fits ? Optional.of(whole.longValue() & mask()) : Optional.empty();
    }

    private long mask() {
        return words == 4 ? -1L : (1L << (16 * words)) - 1;
    }

    private static float floatDown(BigDecimal number) {
        float nearest = number.floatValue();
        boolean above = Float.isFinite(nearest) && new BigDecimal(nearest).compareTo(number) > 0;
        return above ? Math.nextDown(nearest) : nearest;
    }

    private static double doubleDown(BigDecimal number) {
        double nearest = number.doubleValue();
        boolean above = Double.isFinite(nearest) && new BigDecimal(nearest).compareTo(number) > 0;
        return above ? Math.nextDown(nearest) : nearest;
    }

    private static Optional<Long> inRange(float value) {
        return Float.isFinite(value) ? Optional.of(Float.floatToIntBits(value) & 0xFFFF_FFFFL) : Optional.empty();
    }

    private static Optional<Long> inRange(double value) {
        return Double.isFinite(value) ? Optional.of(Double.doubleToLongBits(value)) : Optional.empty();
    }
}
