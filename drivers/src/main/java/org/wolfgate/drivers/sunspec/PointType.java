package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of SunSpec points, most significant register first, each with the value that means "not implemented". */
enum PointType {
    INT16(1),
    UINT16(1),
    ENUM16(1),
    BITFIELD16(1),
    SUNSSF(1),
    ACC32(2),
    UINT32(2),
    BITFIELD32(2),
    UINT64(4),
    FLOAT32(2),
    STRING(0);

    /** A scale factor beyond is none (SunSpec Device Information Model specification, sunssf). */
    private static final int LARGEST_SCALE = 10;

    private final int words;

    PointType(int words) {
        this.words = words;
    }

    static PointType parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** How many registers; 0 for strings, which say it themselves. */
    int words() {
        return words;
    }

    /** The number, before any scale factor; empty if it is not implemented. */
    Optional<BigDecimal> number(List<Integer> registers) {
        long bits = registers.stream().mapToLong(Integer::longValue).reduce(0, (all, word) -> all << 16 | word);
        return switch (this) {
            case INT16 -> bits == 0x8000 ? Optional.empty() : Optional.of(BigDecimal.valueOf((short) bits));
            case SUNSSF -> scale((short) bits);
            case UINT16, ENUM16, BITFIELD16 -> unless(bits, 0xFFFF);
            case ACC32 -> unless(bits, 0);
            case UINT32, BITFIELD32 -> unless(bits, 0xFFFF_FFFFL);
            case UINT64 ->
                bits == -1
                        ? Optional.empty()
                        : Optional.of(new BigDecimal(new BigInteger(Long.toUnsignedString(bits))));
            case FLOAT32 -> {
                float value = Float.intBitsToFloat((int) bits);
                yield Float.isFinite(value) ? Optional.of(new BigDecimal(value)) : Optional.empty();
            }
            case STRING -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> scale(short exponent) {
        return Math.abs(exponent) <= LARGEST_SCALE ? Optional.of(BigDecimal.valueOf(exponent)) : Optional.empty();
    }

    private static Optional<BigDecimal> unless(long bits, long absent) {
        return bits == absent ? Optional.empty() : Optional.of(BigDecimal.valueOf(bits));
    }
}
