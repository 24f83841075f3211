package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.wolfgate.agent.curtailment.CapState.FailSafe;
import org.wolfgate.agent.curtailment.FailSafeAction.Fallback;
import org.wolfgate.agent.curtailment.FailSafeAction.Trip;
import org.wolfgate.agent.curtailment.FailSafePolicy.Rung;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/**
 * Which cap is in force on a node, and why. The only place that decides it: a function of orders, local limits, what was
 * lost since when, the node's policy, and time.
 *
 * <p>Lawful is the lowest of the order in force and the local limits. Fail-safe only ever lowers that. An order whose
 * window ends while the ISO is silent stays in force until the ISO is heard, because silence releases nobody.
 */
public final class CapRule {

    private CapRule() {}

    /** What is in force now, and what to remember. */
    public record Ruling(CapState state, Cap cap) {}

    private record Descent(Dependency cause, ActivePower level, FailSafeAction.Kind rung, String why) {}

    /** Decides. Times passed in never run backwards. */
    public static Ruling next(CapState before, Situation situation, FailSafePolicy policy, Instant now) {
        Optional<CurtailmentOrder> held =
                situation.order().or(() -> before.held().filter(order -> situation.silent()));
        Cap lawful = lawful(situation, held);
        ActivePower level = lawful.limit().orElse(situation.rating());
        Optional<Descent> descent = Stream.of(Dependency.values())
                .flatMap(each -> descent(each, situation, policy, level, now).stream())
                .min(Comparator.comparing(Descent::level));
        if (descent.isPresent()) {
            return inFailSafe(held, lawful, descent.get(), situation.rating());
        }
        return before.failSafe()
                .flatMap(left -> recovering(left, held, level, policy, now))
                .orElseGet(() -> new Ruling(new CapState(held, Optional.empty()), lawful));
    }

    private static Cap lawful(Situation situation, Optional<CurtailmentOrder> held) {
        Cap cap =
                held.map(order -> ordered(order, situation.order().isPresent())).orElse(Cap.NONE);
        for (Situation.LocalLimit local : situation.local()) {
            if (cap.limit().filter(limit -> limit.compareTo(local.cap()) <= 0).isEmpty()
                    && local.cap().compareTo(situation.rating()) < 0) {
                cap = new Cap(Optional.of(local.cap()), Optional.empty(), local.why());
            }
        }
        return cap;
    }

    private static Cap ordered(CurtailmentOrder order, boolean inForce) {
        Optional<ActivePower> limit = Optional.of(order.cap());
        if (inForce) {
            return new Cap(limit, Optional.of(order.id()), order.reason());
        }
        String why = "fail-safe: order " + order.id() + " ended at " + order.end() + ", but "
                + Dependency.UPSTREAM.words() + " is silent: its cap is held";
        return new Cap(
                limit,
                Optional.of(order.id()),
                why,
                Optional.of(Dependency.UPSTREAM),
                Optional.of(FailSafeAction.Kind.HOLD));
    }

    private static Optional<Descent> descent(
            Dependency dependency, Situation situation, FailSafePolicy policy, ActivePower lawful, Instant now) {
        Instant lastGood = situation.lastGood().getOrDefault(dependency, now);
        return policy.reached(dependency, lastGood, now).map(rung -> {
            ActivePower level = level(rung, lawful, lastGood.plus(rung.after()), now);
            String why = "fail-safe: no good word of " + dependency.words() + " since " + lastGood + "; "
                    + said(rung.action());
            return new Descent(dependency, level, rung.action().kind(), why);
        });
    }

    private static ActivePower level(Rung rung, ActivePower lawful, Instant reached, Instant now) {
        if (rung.action() instanceof Trip) {
            return ActivePower.ZERO;
        }
        if (rung.action() instanceof Fallback fallback) {
            return lawful.min(fallback.cap().max(ramped(lawful, fallback.rampPerSecond(), reached, now)));
        }
        return lawful;
    }

    /** Where a ramp from {@code top} has come to; the smallest power there is if it is no ramp but a step. */
    private static ActivePower ramped(ActivePower top, ActivePower perSecond, Instant from, Instant now) {
        if (perSecond.watts() == 0) {
            return new ActivePower(Long.MIN_VALUE);
        }
        // More seconds than watts cannot matter, and would overflow.
        long seconds = Math.min(Duration.between(from, now).toSeconds(), top.watts() / perSecond.watts() + 1);
        return new ActivePower(top.watts() - seconds * perSecond.watts());
    }

    private static String said(FailSafeAction action) {
        if (action instanceof Fallback fallback) {
            return "down to " + fallback.cap();
        }
        return action instanceof Trip ? "down to zero" : "what was in force is held";
    }

    private static Ruling inFailSafe(Optional<CurtailmentOrder> held, Cap lawful, Descent descent, ActivePower rating) {
        FailSafe failSafe = new FailSafe(descent.cause(), descent.level(), Optional.empty());
        boolean lower = descent.level().compareTo(lawful.limit().orElse(rating)) < 0;
        Optional<ActivePower> limit = lower ? Optional.of(descent.level()) : lawful.limit();
        String why = lower || lawful.limit().isEmpty() ? descent.why() : lawful.why() + "; " + descent.why();
        Cap cap = new Cap(
                limit,
                lower ? Optional.empty() : lawful.order(),
                why,
                Optional.of(descent.cause()),
                Optional.of(descent.rung()));
        return new Ruling(new CapState(held, Optional.of(failSafe)), cap);
    }

    /** Everything is back; the node stays where it is for the declared time, so that a flapping line does not shake it. */
    private static Optional<Ruling> recovering(
            FailSafe left, Optional<CurtailmentOrder> held, ActivePower level, FailSafePolicy policy, Instant now) {
        Instant since = left.recoveredAt().orElse(now);
        Instant release = since.plus(policy.leaveAfter());
        if (!now.isBefore(release) || left.level().compareTo(level) >= 0) {
            return Optional.empty();
        }
        String why = "fail-safe: " + left.cause().words() + " is back since " + since + "; released at " + release;
        FailSafe waiting = new FailSafe(left.cause(), left.level(), Optional.of(since));
        Cap cap =
                new Cap(Optional.of(left.level()), Optional.empty(), why, Optional.of(left.cause()), Optional.empty());
        return Optional.of(new Ruling(new CapState(held, Optional.of(waiting)), cap));
    }
}
