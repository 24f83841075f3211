package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.curtailment.ComplianceWatch;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.curtailment.Verdict.UnitCut;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/** Which order a node was under when, and whether its meter saw it kept. */
final class NodeCompliance {

    private final NodeSettings settings;
    private final NodeSettlement settlement;
    private CapTimeline caps;
    private Optional<ComplianceWatch> watch;

    NodeCompliance(NodeSettings settings, NodeSettlement settlement, NodeState resumed) {
        this.settings = settings;
        this.settlement = settlement;
        this.caps = resumed.caps();
        this.watch = resumed.watch();
    }

    /** The orders in force, as far back as open intervals and the open verdict need them. */
    CapTimeline caps() {
        return caps;
    }

    Optional<ComplianceWatch> watch() {
        return watch;
    }

    /** The meter saw a good power. */
    void saw(Instant at, ActivePower power) {
        watch = watch.map(w -> w.accept(at, power, settings.tolerance()));
    }

    /** Says which order is in force now. */
    void follow(Optional<OrderEntry> inForce, Instant now) {
        Optional<CurtailmentOrder> order = inForce.map(OrderEntry::order);
        if (!caps.current().equals(order)) {
            Instant ended = endOfCurrent(now);
            Instant since = inForce.flatMap(OrderEntry::inForceSince).orElse(ended);
            caps = ended.isBefore(since) ? caps.change(ended, Optional.empty()) : caps;
            caps = caps.change(since, order);
            watch = order.map(o -> ComplianceWatch.start(o, since)).or(() -> watch);
        }
    }

    /** What the meter shows of an order in force, as the state it should be in. */
    Optional<OrderState> shown(CurtailmentOrder order, Instant now) {
        Optional<ComplianceWatch> mine = watch.filter(w -> w.order().id().equals(order.id()));
        if (mine.isPresent() && mine.get().confirmedAt().isPresent()) {
            return Optional.of(OrderState.CONFIRMED_BY_METER);
        }
        return mine.filter(w -> w.overdue(now)).map(w -> OrderState.NOT_ACHIEVED);
    }

    /** An order of this node reached a final state: its verdict, and what that is computed from. */
    Claim conclude(CurtailmentOrder order, OrderState ending, Instant now) {
        ComplianceWatch last =
                watch.filter(w -> w.order().id().equals(order.id())).orElseGet(() -> ComplianceWatch.start(order, now));
        watch = watch.filter(w -> !w.order().id().equals(order.id()));
        Energy uncertainty = settings.accuracy().largestError(last.energyJudged(now));
        Verdict verdict = Verdict.of(last, ending, now, uncertainty, cuts(last, now));
        if (!now.isAfter(last.since())) {
            return new Claim(verdict, settings.zone(), List.of(), false);
        }
        return settlement.claim(verdict, new Interval(last.since(), now));
    }

    /** What the units stood back under the order in force so far, at the prices known by now. */
    List<UnitCut> soFar(Instant now) {
        return watch.filter(w -> caps.current().equals(Optional.of(w.order())))
                .map(w -> cuts(w, now))
                .orElse(List.of());
    }

    /** What lies before an open interval is needed no more, unless a verdict is still open. */
    void forget(Instant oldest) {
        caps = caps.from(
                watch.map(ComplianceWatch::since).filter(oldest::isAfter).orElse(oldest));
    }

    /** An order in force stays in force. */
    void clockSet(Instant after) {
        caps = caps.heldAt(after);
        watch = watch.map(w -> w.heldAt(after));
    }

    /** When the order that is no longer in force ended: at the end of its window, or now if it was withdrawn. */
    private Instant endOfCurrent(Instant now) {
        return caps.current().map(CurtailmentOrder::end).filter(now::isAfter).orElse(now);
    }

    private List<UnitCut> cuts(ComplianceWatch last, Instant now) {
        if (!now.isAfter(last.since())) {
            return List.of();
        }
        CapTimeline own = CapTimeline.EMPTY.change(last.since(), Optional.of(last.order()));
        return settlement.cuts(new Interval(last.since(), now), own);
    }
}
