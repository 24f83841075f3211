package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;

class EncodingTest {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal KILO = new BigDecimal(1_000);

    private final long seed = Long.getLong("wolfgate.seed", 4_711L);
    private final Random random = new Random(seed);

    /** arendst/Tasmota#17467, stephane/libmodbus#358: the same registers in the other word order. */
    @Test
    void wordOrderIsTheProfilesNotAGuess() {
        List<Integer> words = List.of(0x0001, 0xE240);
        assertEquals(Reading.good(123_456L), encoding(NumberType.U32, ONE).decode(words));
        Encoding littleWords = new Encoding(NumberType.U32, WordOrder.LW, ONE, List.of());
        assertEquals(Reading.good(123_456L), littleWords.decode(List.of(0xE240, 0x0001)));
        assertEquals(Optional.of(List.of(0xE240, 0x0001)), littleWords.encodeDown(123_456));
    }

    @Test
    void signsAreThoseOfTheType() {
        assertEquals(Reading.good(-1L), encoding(NumberType.S16, ONE).decode(List.of(0xFFFF)));
        assertEquals(Reading.good(65_535L), encoding(NumberType.U16, ONE).decode(List.of(0xFFFF)));
        assertEquals(Reading.good(-2L), encoding(NumberType.S32, ONE).decode(List.of(0xFFFF, 0xFFFE)));
        assertEquals(Reading.good(0xFFFF_FFFEL), encoding(NumberType.U32, ONE).decode(List.of(0xFFFF, 0xFFFE)));
        assertEquals(Reading.good(-1L), encoding(NumberType.S64, ONE).decode(words(-1, 4)));
    }

    /** An ABB B23 without export answers all ones there: not supported, not 1.8e17 kWh. */
    @Test
    void thePatternForNoValueIsNoValue() {
        Encoding export = new Encoding(NumberType.U64, WordOrder.BE, BigDecimal.TEN, List.of(-1L));
        assertEquals(Quality.MISSING, export.decode(words(-1, 4)).quality());
        assertEquals(Reading.good(1_234_560L), export.decode(words(123_456, 4)));
    }

    @Test
    void aFloatThatIsNoNumberIsNoValue() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Reading<Long> reading = encoding(NumberType.F32, KILO).decode(words(Float.floatToIntBits(value), 2));
            assertEquals(Quality.MISSING, reading.quality());
        }
    }

    @Test
    void aValueBeyondAllRangeIsNoValue() {
        Reading<Long> reading = encoding(NumberType.F32, KILO).decode(words(Float.floatToIntBits(Float.MAX_VALUE), 2));
        assertTrue(reading.reason().contains("out of all range"), reading.reason());
    }

    @Test
    void halvesRoundToEven() {
        assertEquals(
                Reading.good(2L),
                encoding(NumberType.U16, new BigDecimal("0.5")).decode(List.of(5)));
        assertEquals(
                Reading.good(4L),
                encoding(NumberType.U16, new BigDecimal("0.5")).decode(List.of(7)));
    }

    /** Against the JDK's own reading of the same bytes, in exact arithmetic. */
    @Test
    void everyTypeAgreesWithTheBytesThatTheJdkReads() {
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[8];
            random.nextBytes(bytes);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            assertDecodes(NumberType.S64, buffer, BigDecimal.valueOf(buffer.getLong(0)));
            assertDecodes(NumberType.S32, buffer, BigDecimal.valueOf(buffer.getInt(0)));
            assertDecodes(NumberType.S16, buffer, BigDecimal.valueOf(buffer.getShort(0)));
            assertDecodes(NumberType.U32, buffer, BigDecimal.valueOf(Integer.toUnsignedLong(buffer.getInt(0))));
            assertDecodes(NumberType.U64, buffer, new BigDecimal(Long.toUnsignedString(buffer.getLong(0))));
            if (Float.isFinite(buffer.getFloat(0))) {
                assertDecodes(NumberType.F32, buffer, new BigDecimal(buffer.getFloat(0)));
            }
            if (Double.isFinite(buffer.getDouble(0))) {
                assertDecodes(NumberType.F64, buffer, new BigDecimal(buffer.getDouble(0)));
            }
        }
    }

    private void assertDecodes(NumberType type, ByteBuffer buffer, BigDecimal expected) {
        List<Integer> words = new ArrayList<>();
        for (int i = 0; i < type.words(); i++) {
            words.add((int) buffer.getChar(2 * i));
        }
        Optional<BigDecimal> decoded = type.decode(bits(words));
        assertTrue(decoded.filter(value -> value.compareTo(expected) == 0).isPresent(), "seed " + seed + " " + type);
    }

    /** A set-point is never above what was ordered, and less than one step of the register below it. */
    @Test
    void setPointsRoundDown() {
        for (int i = 0; i < 20_000; i++) {
            NumberType type = List.of(NumberType.values()).get(random.nextInt(8));
            BigDecimal factor = List.of(ONE, KILO, new BigDecimal("450000"), new BigDecimal("0.1"))
                    .get(random.nextInt(4));
            long watts = random.nextLong(100_000_000L);
            Encoding encoding = encoding(type, factor);
            encoding.encodeDown(watts).ifPresent(words -> {
                BigDecimal held = type.decode(bits(words)).orElseThrow().multiply(factor);
                BigDecimal step = type == NumberType.F32 ? new BigDecimal(16).max(factor) : factor.max(ONE);
                BigDecimal below = BigDecimal.valueOf(watts).subtract(held);
                assertTrue(
                        below.signum() >= 0 && below.compareTo(step) < 0, "seed " + seed + ": " + type + " " + watts);
            });
        }
    }

    @Test
    void whatDoesNotFitIsNotWritten() {
        assertEquals(Optional.empty(), encoding(NumberType.U16, ONE).encodeDown(65_536));
        assertEquals(Optional.empty(), encoding(NumberType.S16, ONE).encodeDown(32_768));
        assertEquals(Optional.empty(), encoding(NumberType.U32, ONE).encodeDown(-1));
        assertEquals(Optional.of(List.of(65_535)), encoding(NumberType.U16, ONE).encodeDown(65_535));
    }

    private static Encoding encoding(NumberType type, BigDecimal factor) {
        return new Encoding(type, WordOrder.BE, factor, List.of());
    }

    private static List<Integer> words(long bits, int count) {
        List<Integer> words = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            words.add((int) (bits >>> (16 * i)) & 0xFFFF);
        }
        return words;
    }

    private static long bits(List<Integer> words) {
        long bits = 0;
        for (int word : words) {
            bits = bits << 16 | word;
        }
        return bits;
    }
}
