package org.wolfgate.agent.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * systemd-timesyncd, which touches a file at each successful synchronisation (systemd-timesyncd.service(8)) and tells
 * no error.
 */
public final class Timesyncd implements TimeService {

    private static final Path MARK = Path.of("/run/systemd/timesync/synchronized");

    /** It polls at most every 2048 s; two missed polls mean that the reference is gone. */
    private static final Duration FRESH = Duration.ofSeconds(3 * 2048);

    private final Path mark;
    private final InstantSource system;

    /** Reads the file of this machine. */
    public Timesyncd() {
        this(MARK, InstantSource.system());
    }

    Timesyncd(Path mark, InstantSource system) {
        this.mark = mark;
        this.system = system;
    }

    @Override
    public Optional<TimeStatus> ask() {
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        try {
            return Optional.of(judge(Files.getLastModifiedTime(mark).toInstant()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private TimeStatus judge(Instant last) {
        Duration age = Duration.between(last, system.instant());
        boolean fresh = !age.isNegative() && age.compareTo(FRESH) <= 0;
        TimeQuality quality = fresh ? TimeQuality.SYNCHRONISED : TimeQuality.HOLDOVER;
        // An age below zero means that the clock was set back after the last synchronisation.
        return new TimeStatus(
                quality, Optional.empty(), "systemd-timesyncd, last synchronised " + age.toSeconds() + " s ago");
    }
}
