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
 * @param revision which version this is, and whether the compensation can still change
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
        List<UnitCut> cuts,
        Revision revision) {

    /** What the meter says. */
    public enum Outcome {
        COMPLIED,
        COMPLIED_LATE,
        NOT_ACHIEVED,
        /** The meter gave too few good readings, or the order ended before its time to comply was over. */
        NOT_JUDGED
    }

    /**
     * A version of a verdict. The first one is pending unless its prices were final already; every later one is final.
     *
     * @param version 1, 2, 3 ...
     * @param isFinal whether the compensation is at final spot prices
     * @param before compensation of the version before; empty for the first
     */
    public record Revision(int version, boolean isFinal, Optional<Money> before) {
        public static final Revision PENDING = new Revision(1, false, Optional.empty());
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
                List.copyOf(cuts),
                Revision.PENDING);
    }

    /** All that the units are owed. */
    public Money compensation() {
        return cuts.stream().map(UnitCut::compensation).reduce(Money.ZERO, Money::plus);
    }

    /** The first version where nothing can change it any more. */
    public Verdict settled() {
        return settledAt(cuts);
    }

    /** The first version at prices that were final by then. */
    public Verdict settledAt(List<UnitCut> atFinalPrices) {
        return with(atFinalPrices, new Revision(1, true, Optional.empty()));
    }

    /** The next version, at final prices. */
    public Verdict next(List<UnitCut> atFinalPrices) {
        return with(atFinalPrices, new Revision(revision.version() + 1, true, Optional.of(compensation())));
    }

    private Verdict with(List<UnitCut> owed, Revision which) {
        return new Verdict(
                order,
                outcome,
                ending,
                inForceSince,
                endedAt,
                timeToComply,
                energyAboveCap,
                uncertainty,
                List.copyOf(owed),
                which);
    }

    private static Outcome outcome(ComplianceWatch watch, Instant at) {
        if (watch.confirmedAt().isPresent()) {
            boolean inTime = !watch.confirmedAt().get().isAfter(watch.deadline());
            return inTime ? Outcome.COMPLIED : Outcome.COMPLIED_LATE;
        }
        return watch.judged() > 0 && at.isAfter(watch.deadline()) ? Outcome.NOT_ACHIEVED : Outcome.NOT_JUDGED;
    }
}
