package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.clock.Monotonic;

class WatchdogTest {

    /** Listens as systemd does, on a datagram socket, and prints what comes; sd_notify(3) explains the barrier. */
    private static final String SYSTEMD = """
            import socket, sys
            notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            notify.bind(sys.argv[1])
            print("listening", flush=True)
            while True:
                for line in notify.recv(4096).decode().split():
                    if line != "BARRIER=1":
                        print(line, flush=True)
            """;

    @Test
    void itIsFedThreeTimesInTheTimeThatSystemdAllows() {
        Map<String, String> asked = Map.of("NOTIFY_SOCKET", "/run/systemd/notify", "WATCHDOG_USEC", "90000000");
        assertEquals(Optional.of(Duration.ofSeconds(30)), period(asked));
    }

    @Test
    void outsideSystemdItKeepsQuiet() {
        assertEquals(Optional.empty(), period(Map.of()));
        assertEquals(Optional.empty(), period(Map.of("NOTIFY_SOCKET", "/run/systemd/notify")));
    }

    @Test
    void whoListensInSystemdsPlaceHearsOnceThatItHasStartedAndThatItIsFedNoOftenerThanNeedBe(@TempDir Path folder)
            throws IOException {
        Path socket = folder.resolve("notify");
        Map<String, String> asked = new HashMap<>(System.getenv());
        asked.put("NOTIFY_SOCKET", socket.toString());
        asked.put("WATCHDOG_USEC", "90000000");
        long[] nanos = {0};
        Watchdog watchdog = new Watchdog(asked, () -> nanos[0]);
        Process systemd = new ProcessBuilder("python3", "-c", SYSTEMD, socket.toString()).start();
        try (BufferedReader heard = systemd.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("listening", next(heard));
            watchdog.feed();
            assertEquals("READY=1", next(heard));
            assertEquals("WATCHDOG=1", next(heard));
            nanos[0] = Duration.ofSeconds(29).toNanos();
            watchdog.feed();
            nanos[0] = Duration.ofSeconds(30).toNanos();
            watchdog.feed();
            assertEquals("WATCHDOG=1", next(heard));
        } finally {
            systemd.destroyForcibly();
        }
    }

    private static String next(BufferedReader heard) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), heard::readLine, "systemd-notify said nothing; is systemd installed?");
    }

    private static Optional<Duration> period(Map<String, String> environment) {
        return new Watchdog(environment, Monotonic.system()).period();
    }
}
