package org.wolfgate.agent.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wolfgate.agent.control.Claim.Piece;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.curtailment.Verdict.UnitCut;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.settlement.CapTrace;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.DeviationSettlement;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.PowerLine;
import org.wolfgate.agent.settlement.RightsCheck;

/** Settles a node's intervals: joins what was metered with schedule, caps, tranches and prices. */
final class NodeSettlement {

    private final NodeSettings node;
    private final MarketBook market;
    private final IntervalPricing pricing;

    NodeSettlement(NodeSettings node, MarketBook market, IntervalPricing pricing) {
        this.node = node;
        this.market = market;
        this.pricing = pricing;
    }

    /** @param version 1 for the first line of the interval, one more for each later one */
    SettledInterval settle(MeteredInterval metered, CapTimeline caps, int version) {
        Interval interval = metered.interval();
        IntervalPrice price = pricing.price(node, metered, interval, KnownInputs.NOTHING);
        DeviationLine line =
                new DeviationSettlement(node.accuracy()).settle(metered, offset(interval, caps), price, version);
        UnitSettlement.Result insurance = new UnitSettlement(node, market).of(interval, caps);
        return new SettledInterval(node.id(), line, insurance.lines(), insurance.flags());
    }

    /** Settles an interval anew with what has arrived since; what was known before stays as it was. */
    SettledInterval again(Waiting waiting) {
        MeteredInterval metered = waiting.marked();
        Interval interval = waiting.trueTime();
        Offset offset = waiting.misses(MissingInput.SCHEDULE) ? offset(interval, waiting.trueCaps()) : waiting.offset();
        DeviationLine line = new DeviationSettlement(node.accuracy())
                .settle(
                        metered,
                        offset,
                        pricing.price(node, metered, interval, waiting.known()),
                        waiting.version() + 1);
        boolean again = waiting.misses(MissingInput.SCHEDULE) || waiting.misses(MissingInput.SPOT_PRICE);
        UnitSettlement.Result insurance = again
                ? new UnitSettlement(node, market).of(interval, waiting.trueCaps())
                : new UnitSettlement.Result(waiting.units(), Set.of());
        return new SettledInterval(node.id(), line, insurance.lines(), insurance.flags());
    }

    /** The meter has closed an interval: its frequency may be of use to other nodes. */
    void closed(MeteredInterval metered) {
        pricing.closed(node.meter(), metered);
    }

    /** What the units stood back within a span, by the cap in force at each moment. */
    List<UnitCut> cuts(Interval span, CapTimeline caps) {
        return UnitSettlement.cuts(
                new UnitSettlement(node, market).of(span, caps).lines());
    }

    /** What a concluded order owes for the span that it was in force. */
    Claim claim(Verdict verdict, Interval span) {
        List<Piece> pieces = new UnitSettlement(node, market).claimed(span);
        Duration known = pieces.stream().map(piece -> piece.span().length()).reduce(Duration.ZERO, Duration::plus);
        boolean insured = market.tranches(node.id()).stream()
                .anyMatch(unit -> unit.strike().isPresent());
        return new Claim(verdict, node.zone(), pieces, insured && known.compareTo(span.length()) < 0);
    }

    private Offset offset(Interval interval, CapTimeline caps) {
        List<PowerLine> lines = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (CapTimeline.Segment segment : caps.within(interval.start(), interval.end())) {
            segment.order().ifPresent(order -> {
                lines.add(PowerLine.flat(new Interval(segment.from(), segment.to()), order.cap()));
                orders.add(order.id());
            });
        }
        CapTrace trace = new CapTrace(lines);
        Offset offset = node.contract() == ContractMode.NO_CONTRACT
                ? Offset.noContract(interval, node.rating(), trace)
                : market.schedule(node.id())
                        .map(schedule -> Offset.scheduled(interval, schedule, node.rating(), trace))
                        .orElseGet(() -> Offset.unknown(interval, node.rating(), trace));
        return offset.under(orders)
                .lacking(node.gates().flatMap(gates -> market.lacking(new RightsCheck(node.id(), gates), interval)));
    }
}
