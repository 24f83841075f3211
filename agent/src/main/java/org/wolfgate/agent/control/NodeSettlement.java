package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.curtailment.TrancheLadder;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.settlement.CapTrace;
import org.wolfgate.agent.settlement.CurtailmentSettlement;
import org.wolfgate.agent.settlement.CurtailmentSettlement.UnitLine;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.DeviationSettlement;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.PowerLine;
import org.wolfgate.agent.settlement.ScheduleBlock;

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

    SettledInterval settle(MeteredInterval metered, CapTimeline caps) {
        Interval interval = metered.interval();
        IntervalPrice price = pricing.price(metered);
        DeviationLine line = new DeviationSettlement(node.accuracy())
                .settle(metered, offset(interval, caps), price, metered.version());
        List<UnitLine> units = cuts(interval, caps);
        return new SettledInterval(node.id(), line, units);
    }

    /** What the units stood back within a span, by the cap in force at each moment. */
    List<UnitLine> cuts(Interval span, CapTimeline caps) {
        CurtailmentSettlement settlement = new CurtailmentSettlement();
        for (CapTimeline.Segment segment : caps.within(span.start(), span.end())) {
            segment.order().ifPresent(order -> {
                for (Interval piece : pieces(segment.from(), segment.to())) {
                    market.scheduled(node.id(), piece.start())
                            .ifPresent(scheduled -> market.spot(node.zone(), piece.start())
                                    .ifPresent(spot -> settlement.add(
                                            piece,
                                            TrancheLadder.scheduled(market.tranches(node.id()), scheduled),
                                            order,
                                            spot)));
                }
            });
        }
        return settlement.lines().stream()
                .filter(line -> line.curtailed().wattHours() > 0)
                .toList();
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
        return offset.under(orders);
    }

    /** A span cut wherever schedule or spot price may change. */
    private List<Interval> pieces(Instant from, Instant to) {
        SortedSet<Instant> edges = new TreeSet<>(List.of(from, to));
        market.blocks(node.id()).stream().map(ScheduleBlock::span).forEach(span -> inside(edges, span, from, to));
        market.spots(node.zone()).stream().map(SpotBlock::span).forEach(span -> inside(edges, span, from, to));
        List<Interval> pieces = new ArrayList<>();
        Optional<Instant> last = Optional.empty();
        for (Instant edge : edges) {
            last.ifPresent(start -> pieces.add(new Interval(start, edge)));
            last = Optional.of(edge);
        }
        return pieces;
    }

    private static void inside(SortedSet<Instant> edges, Interval span, Instant from, Instant to) {
        for (Instant edge : List.of(span.start(), span.end())) {
            if (edge.isAfter(from) && edge.isBefore(to)) {
                edges.add(edge);
            }
        }
    }
}
