package org.wolfgate.agent.ledger;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How much room the storage still has, and what is given up at each level. Nothing that the ISO has not acknowledged is
 * ever given up; telemetry is not stored at all.
 */
public enum StorageRoom {
    /** Acknowledged records stay for 60 days. */
    AMPLE(Duration.ofDays(60), "acknowledged records stay for 60 days"),
    /** Acknowledged records stay for a week. */
    LOW(Duration.ofDays(7), "acknowledged records leave after 7 days"),
    /** Acknowledged records leave at once, and state is stored only together with records. */
    CRITICAL(Duration.ZERO, "acknowledged records leave at once; the open intervals are stored only with records");

    private static final long LOW_BELOW = 256L << 20;
    private static final long CRITICAL_BELOW = 32L << 20;

    private final Duration keep;
    private final String means;

    StorageRoom(Duration keep, String means) {
        this.keep = keep;
        this.means = means;
    }

    /** For how long a record stays after it was acknowledged. */
    Duration keep() {
        return keep;
    }

    /** What is given up, in words. */
    public String means() {
        return means;
    }

    static StorageRoom of(long freeBytes) {
        if (freeBytes < CRITICAL_BELOW) {
            return CRITICAL;
        }
        return freeBytes < LOW_BELOW ? LOW : AMPLE;
    }

    static StorageRoom around(Path file) {
        try {
            return on(Files.getFileStore(file));
        } catch (IOException e) {
            return AMPLE;
        }
    }

    /** To find a file's storage takes a walk through the mounts, so who asks often keeps it. */
    static StorageRoom on(FileStore storage) {
        try {
            return of(storage.getUsableSpace());
        } catch (IOException e) {
            return AMPLE;
        }
    }
}
