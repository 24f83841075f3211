package org.wolfgate.agent.clock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The time quality of this machine, asked of its time services at a slow rate, with hold-over when they fall silent.
 *
 * <p>One thread asks; any thread reads.
 */
public final class TimeWatch {

    /** A crystal that is no longer disciplined drifts this much at worst over a cabinet's temperatures. */
    private static final long DRIFT_PPM = 50;

    /** At 50 ppm a day of hold-over costs about 4 s, more than interval metering allows. */
    private static final Duration HOLDOVER = Duration.ofHours(6);

    private final List<TimeService> services;
    private final Monotonic monotonic;
    private volatile TimeStatus status = TimeStatus.unsynchronised("not yet asked");
    private Optional<Good> lastGood = Optional.empty();

    private record Good(TimeStatus status, long nanos) {}

    /** Watches through these services; the first that answers is believed. */
    public TimeWatch(List<TimeService> services, Monotonic monotonic) {
        this.services = List.copyOf(services);
        this.monotonic = monotonic;
    }

    /** Watches chrony and systemd-timesyncd of this machine. */
    public static TimeWatch ofThisMachine(Monotonic monotonic) {
        return new TimeWatch(List.of(new Chrony(), new Timesyncd()), monotonic);
    }

    /** The last answer; never blocks. */
    public TimeStatus status() {
        return status;
    }

    /** Asks the services; may take seconds, so a slow thread of its own calls it, about every 30 s. */
    public TimeStatus refresh() {
        Optional<TimeStatus> said =
                services.stream().flatMap(service -> service.ask().stream()).findFirst();
        long now = monotonic.nanos();
        if (said.isPresent() && said.get().quality() == TimeQuality.SYNCHRONISED) {
            lastGood = Optional.of(new Good(said.get(), now));
            status = said.get();
        } else {
            status = lastGood.map(good -> holdover(good, now))
                    .or(() -> said)
                    .orElseGet(() -> TimeStatus.unsynchronised(
                            "neither chrony nor systemd-timesyncd vouches for the system clock"));
        }
        return status;
    }

    private static TimeStatus holdover(Good good, long now) {
        Duration age = Duration.ofNanos(now - good.nanos());
        if (age.compareTo(HOLDOVER) > 0) {
            return TimeStatus.unsynchronised("no reference for " + age.toHours() + " h");
        }
        Duration drift = age.multipliedBy(DRIFT_PPM).dividedBy(1_000_000);
        return new TimeStatus(
                TimeQuality.HOLDOVER,
                good.status().estimatedError().map(drift::plus),
                "no reference for " + age.toSeconds() + " s; before that: "
                        + good.status().reason());
    }
}
