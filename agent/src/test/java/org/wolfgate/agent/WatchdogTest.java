package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.clock.Monotonic;

class WatchdogTest {

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

    private static Optional<Duration> period(Map<String, String> environment) {
        return new Watchdog(environment, Monotonic.system()).period();
    }
}
