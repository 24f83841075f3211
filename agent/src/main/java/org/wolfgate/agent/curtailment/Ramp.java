package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import org.wolfgate.drivers.ActivePower;

/**
 * The way from the cap in force to the limit that a node's plants are given. It looks at nothing that the plants answer, so
 * that a plant with dead time or a slow slew cannot make it hunt.
 *
 * <p>Downward it moves at once or by the declared ramp, whose first second's worth is given at once. Upward it waits for
 * the dwell, overcomes the hysteresis, and then moves by the declared ramp, in steps one dwell apart (at least one second)
 * and never above the cap.
 */
public final class Ramp {

    /** Plants are told at most this often on a ramp: more writes would bring wear and no smoother power. */
    private static final Duration STEP = Duration.ofSeconds(1);

    private Ramp() {}

    /** Where a limit is on its way. */
    public enum Motion {
        STILL,
        FALLING,
        RISING
    }

    /**
     * The limit on a node's plants together. Plain data, so that it survives a restart.
     *
     * @param changedAt when it last changed
     */
    public record Level(ActivePower limit, Instant changedAt, Motion motion) {

        /** A limit of old. */
        public static Level of(ActivePower limit) {
            return new Level(limit, Instant.EPOCH, Motion.STILL);
        }

        /** The same after the clock was set by a step. */
        public Level moved(Duration step) {
            return changedAt.equals(Instant.EPOCH) ? this : new Level(limit, changedAt.plus(step), motion);
        }
    }

    /**
     * Where the limit shall go.
     *
     * @param cap in force, or the rating; at most the rating
     * @param atOnce downward without a ramp, as fail-safe has one of its own
     */
    public record Target(ActivePower cap, ActivePower rating, boolean atOnce) {}

    /** The limit at a time. */
    public static Level next(Level before, Target target, RampLimits limits, Instant now) {
        Level from = now.isBefore(before.changedAt()) ? new Level(before.limit(), now, before.motion()) : before;
        int way = target.cap().compareTo(from.limit());
        if (way < 0) {
            return down(from, target, limits, now);
        }
        // On a ramp down the last change may be later than the ramp's own reckoning: the dwell begins anew.
        boolean fell = from.motion() == Motion.FALLING;
        Level arrived = fell ? new Level(from.limit(), now, Motion.STILL) : from;
        return way == 0
                ? new Level(arrived.limit(), arrived.changedAt(), Motion.STILL)
                : up(arrived, target, limits, now);
    }

    private static Level down(Level from, Target target, RampLimits limits, Instant now) {
        long rate = limits.downPerSecond().watts();
        if (target.atOnce() || rate == 0) {
            return new Level(target.cap(), now, Motion.STILL);
        }
        if (now.isBefore(from.changedAt().plus(STEP))) {
            return new Level(from.limit(), from.changedAt(), Motion.FALLING);
        }
        boolean onItsWay = from.motion() == Motion.FALLING;
        // More seconds than the way takes cannot matter, and would overflow.
        long longest = (from.limit().watts() - target.cap().watts()) / rate + 1;
        long seconds = onItsWay
                ? Math.min(longest, Duration.between(from.changedAt(), now).toSeconds())
                : 1;
        ActivePower limit = target.cap().max(new ActivePower(from.limit().watts() - seconds * rate));
        if (limit.equals(target.cap())) {
            return new Level(limit, now, Motion.STILL);
        }
        return new Level(limit, onItsWay ? from.changedAt().plusSeconds(seconds) : now, Motion.FALLING);
    }

    private static Level up(Level from, Target target, RampLimits limits, Instant now) {
        boolean little = target.cap().watts() - from.limit().watts()
                        < limits.hysteresis().watts()
                && target.cap().compareTo(target.rating()) < 0;
        long rate = limits.upPerSecond().watts();
        Duration period = rate == 0 || limits.dwell().compareTo(STEP) > 0 ? limits.dwell() : STEP;
        boolean tooSmall = little && from.motion() == Motion.STILL;
        if (tooSmall || now.isBefore(from.changedAt().plus(period))) {
            return from;
        }
        ActivePower limit = rate == 0
                ? target.cap()
                : target.cap().min(new ActivePower(from.limit().watts() + rate * period.toMillis() / 1000));
        return new Level(limit, now, limit.equals(target.cap()) ? Motion.STILL : Motion.RISING);
    }
}
