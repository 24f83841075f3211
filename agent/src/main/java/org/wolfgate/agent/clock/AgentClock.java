package org.wolfgate.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The agent's wall clock: the system's time at the start plus the monotonic time since, so it never steps by itself.
 *
 * <p>A system clock that moves a little is followed by slewing at most {@value #SLEW_PPM} ppm. One that moves by more
 * than a threshold is reported as {@link ClockFinding.Diverged} and not followed, until it is synchronised and says the
 * same at several checks in a row; then it is found that the agent must re-base ({@link ClockFinding.Rebased}), which
 * takes effect with {@link #follow}: whoever orders events by this clock sets it between two of them.
 *
 * <p>One thread calls {@link #check}, one {@link #follow}; any thread reads.
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
    private boolean toldToRebase;
    private Duration shift = Duration.ZERO;

    /**
     * Where now is counted from.
     *
     * @param slew what is still to be worked off from here on, to either side
     */
    private record Basis(Instant wall, long nanos, Duration slew) {

        Instant at(long now) {
            long elapsed = Math.max(0, now - nanos);
            long most = elapsed / 1_000_000 * SLEW_PPM;
            long step = Math.max(-most, Math.min(most, slew.toNanos()));
            return wall.plusNanos(now - nanos + step);
        }
    }

    /**
     * A clock that starts at the system's time, or where the last run of the agent was seen if that is later: a machine
     * without a battery clock starts in the past after a power cut, even before its last shutdown (OctoPrint#3266).
     *
     * @param threshold divergence above which the system clock is not followed silently; more than zero
     * @param lastSeen the latest stamp of an earlier run; {@link Instant#MIN} if there is none
     */
    public AgentClock(Monotonic monotonic, InstantSource system, Duration threshold, Instant lastSeen) {
        this.monotonic = monotonic;
        this.system = system;
        this.threshold = threshold;
        Instant start = system.instant();
        this.basis = new Basis(start.isBefore(lastSeen) ? lastSeen : start, monotonic.nanos(), Duration.ZERO);
    }

    /** The clock of this machine; differences above half a second are reported. */
    public static AgentClock ofThisMachine(Monotonic monotonic, Instant lastSeen) {
        return new AgentClock(monotonic, InstantSource.system(), Duration.ofMillis(500), lastSeen);
    }

    /** UTC now; never earlier than an answer before it, except across a recorded re-basing. */
    public Instant now() {
        return at(monotonic.nanos());
    }

    /** UTC of a monotonic moment not long ago, by what is known now. */
    public Instant at(long nanos) {
        return basis.at(nanos);
    }

    /** Takes over the time that {@link #check} last found; does nothing if it found none since. */
    public synchronized void follow() {
        Basis old = basis;
        basis = new Basis(old.wall().plus(shift), old.nanos(), shift.isZero() ? old.slew() : Duration.ZERO);
        shift = Duration.ZERO;
        toldToRebase = false;
    }

    /**
     * Compares with the system clock; call it every few seconds.
     *
     * @param quality what the time services say of the system clock
     */
    public synchronized ClockFinding check(TimeQuality quality) {
        long nanos = monotonic.nanos();
        Instant now = basis.at(nanos);
        Duration ahead = Duration.between(now, system.instant());
        boolean trusted = quality == TimeQuality.SYNCHRONISED;
        boolean firstTrust = trusted && !everSynchronised;
        everSynchronised |= trusted;
        if (toldToRebase) {
            return new ClockFinding.Diverged(now, ahead, false);
        }
        if (ahead.abs().compareTo(threshold) <= 0) {
            agreeing = 0;
            basis = new Basis(now, nanos, trusted ? ahead : Duration.ZERO);
            return new ClockFinding.InStep(ahead);
        }
        agreeing = agreeing > 0 && ahead.minus(seen).abs().compareTo(SAME) <= 0 ? agreeing + 1 : 1;
        seen = ahead;
        if (trusted && (firstTrust || agreeing >= AGREEING_CHECKS)) {
            return rebase(now, ahead, firstTrust);
        }
        return new ClockFinding.Diverged(now, ahead, agreeing == 1);
    }

    private ClockFinding rebase(Instant before, Duration ahead, boolean first) {
        agreeing = 0;
        shift = ahead;
        toldToRebase = true;
        return new ClockFinding.Rebased(before, before.plus(ahead), first);
    }
}
