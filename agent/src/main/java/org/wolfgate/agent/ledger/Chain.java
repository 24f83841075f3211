package org.wolfgate.agent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash chain: SHA-256 over the 32 bytes of the hash before, then seq, boot, kind, key, at (ms), time quality and
 * body in UTF-8, each but the last followed by a line feed.
 *
 * <p>None but the body may hold a line feed, so no two records hash the same text. The first record follows 32 zero
 * bytes. Whoever holds two neighbouring records can check the second; whoever holds them all can prove that none is
 * missing or altered.
 */
final class Chain {

    /** What the first record follows. */
    static final String START = "0".repeat(64);

    private Chain() {}

    /** The hash, in 64 hex digits, of a record that follows one with hash {@code before}. */
    static String next(String before, long seq, String boot, LedgerRecord record) {
        String text = String.join(
                "\n",
                Long.toString(seq),
                boot,
                record.kind(),
                record.key(),
                Long.toString(record.at().toEpochMilli()),
                record.timeQuality().name(),
                record.body());
        MessageDigest digest = sha256();
        digest.update(bytes(before));
        return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    }

    static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
