package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.AgentRecord.OrderClosed;
import org.wolfgate.agent.control.Event.FinalSpotArrived;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.orders.OrderBook;

/** Takes in the word that prices are final; verdicts whose whole time has final prices now get their next version. */
record FinalPrices(Claims claims, OrderBook orders) {

    void take(FinalSpotArrived last, Instant now, Effects effects) {
        Optional<String> objection = claims.finals().objection(last, now);
        if (objection.isPresent()) {
            String detail = "final spot of " + last.zone() + ": " + objection.get();
            effects.record(new Note(now, "market message refused", detail));
            return;
        }
        Predicate<Interval> wanted = span -> claims.concerns(last.zone(), span) || inForceDuring(span, now);
        claims.finals().take(last, wanted);
        claims.finals().keep(last.zone(), wanted);
        claims.settle(last.zone()).forEach(verdict -> effects.record(new OrderClosed(verdict)));
    }

    /** An order in force has no claim yet; the prices of its time are kept for it. */
    private boolean inForceDuring(Interval span, Instant now) {
        return orders.live().stream()
                .flatMap(entry -> entry.inForceSince().stream())
                .anyMatch(since -> since.isBefore(span.end()) && span.start().isBefore(now));
    }
}
