package org.wolfgate.agent.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.function.IntFunction;

/** The draw of a lottery: anybody can repeat it. */
final class Lot {

    private Lot() {}

    /** The items in the order of SHA-256("seed|interval|id"), lowest digest first. */
    static int[] order(int[] items, IntFunction<String> id, Rationing.Lottery lottery) {
        return Arrays.stream(items)
                .boxed()
                .sorted(Comparator.comparing(
                        item -> digest(lottery.seed() + "|" + lottery.interval() + "|" + id.apply(item))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
