package org.wolfgate.agent.metering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares out a whole total by weights so that the parts always add up to it: the method of largest remainders. */
public final class Allocation {

    private Allocation() {}

    /**
     * Each part gets the whole units of its exact share; units left over go to the largest remainders, the first part
     * first among equals. Weights that are all zero count as equal. A negative total is shared like its magnitude.
     *
     * @param total in any whole unit
     * @param weights at least one, none negative
     */
    public static List<Long> largestRemainder(long total, List<BigDecimal> weights) {
        List<BigInteger> whole = wholeWeights(weights);
        BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger magnitude = BigInteger.valueOf(total).abs();
        long[] parts = new long[whole.size()];
        BigInteger[] remainders = new BigInteger[whole.size()];
        BigInteger left = magnitude;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] share = magnitude.multiply(whole.get(i)).divideAndRemainder(sum);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left = left.subtract(share[0]);
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left.longValueExact())
                .forEach(i -> parts[i]++);
        return signed(parts, Long.signum(total));
    }

    private static List<BigInteger> wholeWeights(List<BigDecimal> weights) {
        if (weights.isEmpty() || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("shares need at least one weight and none below zero, not " + weights);
        }
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            return weights.stream().map(weight -> BigInteger.ONE).toList();
        }
        int scale =
                Math.max(0, weights.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        return weights.stream()
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toList();
    }

    private static List<Long> signed(long[] parts, int sign) {
        List<Long> result = new ArrayList<>(parts.length);
        for (long part : parts) {
            result.add(sign * part);
        }
        return List.copyOf(result);
    }
}
