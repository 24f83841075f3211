package org.wolfgate.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The agent's wall clock: the system's time at the start plus the monotonic time since, so it never steps by itself.
 *
 * <p>A system clock that moves a little is followed by slewing at most {@value #SLEW_PPM} ppm. One that moves by more
 * than a threshold is reported as {@link ClockFinding.Diverged} and not followed, until it is synchronised and says the
 * same at several checks in a row; then the agent re-bases, once and on record ({@link ClockFinding.Rebased}).
 *
 * <p>One thread calls {@link #check}; any thread reads {@link #now}.
 */
public final class AgentClock {

    /** The rate at which small differences are worked off, in parts per million. */
    public static final long SLEW_PPM = 500;

    /** So many checks in a row must see the same divergence before a synchronised clock is followed. */
    private static final int AGREEING_CHECKS = 3;

    private static final Duration SAME = Duration.ofMillis(250);

    private final Monotonic monotonic;
    private final InstantSource system;
    private final Duration threshold;
    private volatile Basis basis;
    private Duration seen = Duration.ZERO;
    private int agreeing;
    private boolean everSynchronised;

    /**
     * Where now is counted from.
     *
     * @param slew what is still to be worked off from here on, to either side
     */
    private record Basis(Instant wall, long nanos, Duration slew) {

        Instant at(long now) {
            long elapsed = now - nanos;
            long most = elapsed / 1_000_000 * SLEW_PPM;
            long step = Math.max(-most, Math.min(most, slew.toNanos()));
            return wall.plusNanos(elapsed + step);
        }
    }

    /**
     * A clock that starts at the system's time.
     *
     * @param threshold divergence above which the system clock is not followed silently; more than zero
     */
    public AgentClock(Monotonic monotonic, InstantSource system, Duration threshold) {
        this.monotonic = monotonic;
        this.system = system;
        this.threshold = threshold;
        this.basis = new Basis(system.instant(), monotonic.nanos(), Duration.ZERO);
    }

    /** The clock of this machine; differences above half a second are reported. */
    public static AgentClock ofThisMachine(Monotonic monotonic) {
        return new AgentClock(monotonic, InstantSource.system(), Duration.ofMillis(500));
    }

    /** UTC now; never earlier than an answer before it, except across a recorded re-basing. */
    public Instant now() {
        return basis.at(monotonic.nanos());
    }

    /**
     * Compares with the system clock; call it every few seconds.
     *
     * @param quality what the time services say of the system clock
     */
    public ClockFinding check(TimeQuality quality) {
        long nanos = monotonic.nanos();
        Instant now = basis.at(nanos);
        Duration ahead = Duration.between(now, system.instant());
        boolean trusted = quality == TimeQuality.SYNCHRONISED;
        boolean firstTrust = trusted && !everSynchronised;
        everSynchronised |= trusted;
        if (ahead.abs().compareTo(threshold) <= 0) {
            agreeing = 0;
            basis = new Basis(now, nanos, trusted ? ahead : Duration.ZERO);
            return new ClockFinding.InStep(ahead);
        }
        agreeing = agreeing > 0 && ahead.minus(seen).abs().compareTo(SAME) <= 0 ? agreeing + 1 : 1;
        seen = ahead;
        if (trusted && (firstTrust || agreeing >= AGREEING_CHECKS)) {
            return rebase(now, nanos, ahead, firstTrust);
        }
        return new ClockFinding.Diverged(now, ahead, agreeing == 1);
    }

    private ClockFinding rebase(Instant before, long nanos, Duration shift, boolean first) {
        agreeing = 0;
        basis = new Basis(before.plus(shift), nanos, Duration.ZERO);
        return new ClockFinding.Rebased(before, before.plus(shift), first);
    }
}
