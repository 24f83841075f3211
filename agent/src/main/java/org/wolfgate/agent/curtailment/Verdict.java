package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.drivers.Energy;

/**
 * How an order ended, as the node's meter saw it.
 *
 * @param ending the final state: expired, superseded or cancelled
 * @param timeToComply from coming into force to the meter's confirmation
 * @param energyAboveCap after the time to comply was over
 * @param uncertainty of that energy, by the accuracy class of the metering point
 * @param cuts what each unit stood back and what it is owed; pending until the spot price is final
 */
public record Verdict(
        CurtailmentOrder order,
        Outcome outcome,
        OrderState ending,
        Instant inForceSince,
        Instant endedAt,
        Optional<Duration> timeToComply,
        Energy energyAboveCap,
        Energy uncertainty,
        List<UnitCut> cuts) {

    /** What the meter says. */
    public enum Outcome {
        COMPLIED,
        COMPLIED_LATE,
        NOT_ACHIEVED,
        /** The meter gave too few good readings, or the order ended before its time to comply was over. */
        NOT_JUDGED
    }

    /** Energy a unit stood back under the order and the compensation for it. */
    public record UnitCut(String unit, Energy curtailed, Money compensation) {}

    /**
     * The verdict at the end of an order.
     *
     * @param uncertainty of the energy above the cap
     */
    public static Verdict of(
            ComplianceWatch watch, OrderState ending, Instant at, Energy uncertainty, List<UnitCut> cuts) {
        return new Verdict(
                watch.order(),
                outcome(watch, at),
                ending,
                watch.since(),
                at,
                watch.timeToComply(),
                watch.energyAboveCap(),
                uncertainty,
                List.copyOf(cuts));
    }

    private static Outcome outcome(ComplianceWatch watch, Instant at) {
        if (watch.confirmedAt().isPresent()) {
            boolean inTime = !watch.confirmedAt().get().isAfter(watch.deadline());
            return inTime ? Outcome.COMPLIED : Outcome.COMPLIED_LATE;
        }
        return watch.judged() > 0 && at.isAfter(watch.deadline()) ? Outcome.NOT_ACHIEVED : Outcome.NOT_JUDGED;
    }
}
