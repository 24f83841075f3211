package org.wolfgate.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.clock.Monotonic;

/**
 * Tells systemd that the agent has started, and from then on that it works, by systemd's own program, since Java has no datagrams to a Unix socket. Whoever feeds
 * it has looked at every loop first; if it is not fed, systemd ends the agent and starts it anew.
 */
final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Map<String, String> environment;
    private final Optional<Duration> period;
    private final Monotonic clock;
    private long fed = Long.MIN_VALUE;

    /**
     * A watchdog as the environment wants it.
     *
     * @param environment {@code NOTIFY_SOCKET} and {@code WATCHDOG_USEC}, which systemd sets (sd_watchdog_enabled(3))
     */
    Watchdog(Map<String, String> environment, Monotonic clock) {
        this.environment = Map.copyOf(environment);
        this.period = environment.containsKey("NOTIFY_SOCKET")
                ? Optional.ofNullable(environment.get("WATCHDOG_USEC")).flatMap(Watchdog::third)
                : Optional.empty();
        this.clock = clock;
    }

    /** How often it is fed; empty if nobody asked for it. */
    Optional<Duration> period() {
        return period;
    }

    /**
     * Says that all is well, at most once in a third of the time allowed. The first time it says too that the start is over:
     * a start may take a slow controller longer than a hang may last.
     */
    void feed() {
        boolean first = fed == Long.MIN_VALUE;
        if (!environment.containsKey("NOTIFY_SOCKET") || (!first && !isHungry())) {
            return;
        }
        fed = clock.nanos();
        tell(first ? List.of("systemd-notify", "READY=1", "WATCHDOG=1") : List.of("systemd-notify", "WATCHDOG=1"));
    }

    private boolean isHungry() {
        return period.filter(third -> clock.nanos() - fed >= third.toNanos()).isPresent();
    }

    private void tell(List<String> command) {
        try {
            ProcessBuilder notify = new ProcessBuilder(command).inheritIO();
            notify.environment().putAll(environment);
            notify.start();
        } catch (IOException e) {
            LOG.warn("telling systemd that the agent works: {}; is systemd-notify installed?", e.toString());
        }
    }

    private static Optional<Duration> third(String microseconds) {
        try {
            return Optional.of(Duration.ofNanos(Long.parseLong(microseconds) * 1000 / 3));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
