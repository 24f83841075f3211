package org.wolfgate.agent.metering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {

    static List<Long> seeds() {
        return new Random(334).longs(300).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsAddUpAndNoneIsAWholeUnitFromItsShare(long seed) {
        Random random = new Random(seed);
        long total = random.nextLong(2_000_000_000) - 1_000_000_000;
        List<BigDecimal> weights = IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> BigDecimal.valueOf(random.nextInt(4) == 0 ? 0 : random.nextInt(100_000), 3))
                .toList();
        List<Long> parts = Allocation.largestRemainder(total, weights);
        assertEquals(total, parts.stream().mapToLong(Long::longValue).sum());
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < parts.size() && sum.signum() > 0; i++) {
            BigDecimal share =
                    weights.get(i).multiply(BigDecimal.valueOf(total)).divide(sum, MathContext.DECIMAL128);
            BigDecimal apart = share.subtract(BigDecimal.valueOf(parts.get(i))).abs();
            assertTrue(apart.compareTo(BigDecimal.ONE) < 0, () -> share + " became " + parts);
        }
    }

    @Test
    void theFirstAmongEqualsGetsTheRest() {
        assertEquals(List.of(334L, 333L, 333L), Allocation.largestRemainder(1000, weights("1", "1", "1")));
        assertEquals(List.of(-334L, -333L, -333L), Allocation.largestRemainder(-1000, weights("1", "1", "1")));
    }

    @Test
    void weightsOfZeroThroughoutCountAsEqual() {
        assertEquals(List.of(3L, 2L), Allocation.largestRemainder(5, weights("0", "0.0")));
    }

    @Test
    void aNegativeWeightIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Allocation.largestRemainder(5, weights("1", "-1")));
        assertThrows(IllegalArgumentException.class, () -> Allocation.largestRemainder(5, List.of()));
    }

    private static List<BigDecimal> weights(String... weights) {
        return Stream.of(weights).map(BigDecimal::new).toList();
    }
}
