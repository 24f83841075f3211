package org.wolfgate.agent.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;

/** Whether a readable order is fresh, possible and ours. */
final class OrderAdmission {

    /** An order longer than this is a contract, not an order. */
    static final Duration LONGEST = Duration.ofDays(7);

    /** How far the ISO's clock may run ahead of ours. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

    /** A refusal and its reason in words. */
    record Objection(Refusal refusal, String reason) {}

    private OrderAdmission() {}

    static Optional<Objection> check(
            CurtailmentOrder order, Map<String, ActivePower> ratings, long lastSequence, Instant now) {
        ActivePower rating = ratings.get(order.node());
        if (rating == null) {
            return objection(Refusal.UNKNOWN_NODE, "node '" + order.node() + "' is not at this substation");
        }
        if (order.sequence() <= lastSequence) {
            return objection(
                    Refusal.STALE_SEQUENCE,
                    "sequence " + order.sequence() + " is not above " + lastSequence + ", the last from "
                            + order.issuer());
        }
        if (order.cap().watts() < 0 || order.cap().compareTo(rating) > 0) {
            return objection(
                    Refusal.IMPOSSIBLE_CAP, "a cap of " + order.cap() + " is not between 0 and the rating " + rating);
        }
        return checkTimes(order, now);
    }

    private static Optional<Objection> checkTimes(CurtailmentOrder order, Instant now) {
        if (!order.end().isAfter(order.start())) {
            return objection(Refusal.IMPOSSIBLE_WINDOW, "the window ends at " + order.end() + ", not after its start");
        }
        if (Duration.between(order.start(), order.end()).compareTo(LONGEST) > 0) {
            return objection(Refusal.IMPOSSIBLE_WINDOW, "the window is longer than " + LONGEST.toDays() + " days");
        }
        if (!order.end().isAfter(now)) {
            return objection(Refusal.EXPIRED, "the window ended at " + order.end() + ", it is " + now);
        }
        if (order.issuedAt().isAfter(now.plus(CLOCK_TOLERANCE))) {
            return objection(Refusal.FUTURE_DATED, "issued at " + order.issuedAt() + ", it is " + now);
        }
        return Optional.empty();
    }

    private static Optional<Objection> objection(Refusal refusal, String reason) {
        return Optional.of(new Objection(refusal, reason));
    }
}
