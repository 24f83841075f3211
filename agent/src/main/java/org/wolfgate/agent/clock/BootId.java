package org.wolfgate.agent.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * One run of the agent: eight random hex digits for the run, and the first eight of the kernel's boot id.
 *
 * <p>Two records with the same boot id were stamped by the same monotonic clock, so the time between them is exact
 * even if the wall clock was wrong for both.
 *
 * @param value {@code run-kernel}, for example {@code 5b1e09fa-3c6d2a17}; lower-case hex and one dash
 */
public record BootId(String value) {

    private static final Path KERNEL = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int DIGITS = 8;

    public BootId {
        if (!value.matches("[0-9a-z]{1,32}-[0-9a-z]{1,32}")) {
            throw new IllegalArgumentException("a boot id reads like 5b1e09fa-3c6d2a17, not " + value);
        }
    }

    /** A new id for an agent that starts now. */
    public static BootId fresh() {
        return fresh(KERNEL);
    }

    static BootId fresh(Path kernelFile) {
        byte[] run = new byte[DIGITS / 2];
        new SecureRandom().nextBytes(run);
        return new BootId(HexFormat.of().formatHex(run) + "-" + kernelBoot(kernelFile));
    }

    private static String kernelBoot(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.length() >= DIGITS ? text.substring(0, DIGITS) : "unknown";
        } catch (IOException e) {
            // Outside Linux, or in a sandbox without /proc, the run's own half still tells agents apart.
            return "unknown";
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
