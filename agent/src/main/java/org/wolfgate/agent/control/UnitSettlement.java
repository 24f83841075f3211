package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.control.Claim.Piece;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.TrancheLadder;
import org.wolfgate.agent.curtailment.Verdict.UnitCut;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.settlement.CurtailmentSettlement;
import org.wolfgate.agent.settlement.LineFlag;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.agent.settlement.UnitLine;
import org.wolfgate.drivers.ActivePower;

/** The insurance side of a node's span of time: joins caps, tranches, schedule and spot prices. */
final class UnitSettlement {

    private final NodeSettings node;
    private final MarketBook market;
    private final Set<LineFlag> flags = EnumSet.noneOf(LineFlag.class);

    /**
     * What the units' insurance comes to.
     *
     * @param flags {@link LineFlag#SPOT_MISSING}, {@link LineFlag#AMOUNT_OUT_OF_RANGE}
     */
    record Result(List<UnitLine> lines, Set<LineFlag> flags) {}

    UnitSettlement(NodeSettings node, MarketBook market) {
        this.node = node;
        this.market = market;
    }

    Result of(Interval span, CapTimeline caps) {
        List<InsuredTranche> insured = market.tranches(node.id());
        boolean abroad = insured.stream().anyMatch(unit -> unit.destination().isPresent());
        CurtailmentSettlement settlement = new CurtailmentSettlement();
        settlement.insure(span, insured);
        for (CapTimeline.Segment segment : caps.within(span.start(), span.end())) {
            if (segment.order().isPresent() || abroad) {
                pieces(segment.from(), segment.to(), insured)
                        .forEach(piece -> add(settlement, piece, segment, insured));
            }
        }
        List<UnitLine> lines =
                settlement.lines().stream().filter(UnitLine::saysSomething).toList();
        if (settlement.outOfRange()) {
            flags.add(LineFlag.AMOUNT_OUT_OF_RANGE);
        }
        return new Result(lines, flags);
    }

    /** What the compensation of a span under an order comes from, cut where schedule or spot price changes. */
    List<Piece> claimed(Interval span) {
        List<InsuredTranche> insured = market.tranches(node.id());
        List<Piece> claimed = new ArrayList<>();
        for (Interval piece : pieces(span.start(), span.end(), insured)) {
            market.scheduled(node.id(), piece.start()).ifPresent(scheduled -> {
                Piece next = new Piece(
                        piece, TrancheLadder.scheduled(insured, scheduled), market.spot(node.zone(), piece.start()));
                int last = claimed.size() - 1;
                if (last >= 0 && next.continues(claimed.get(last))) {
                    claimed.set(last, next.joined(claimed.get(last)));
                } else {
                    claimed.add(next);
                }
            });
        }
        return claimed;
    }

    /** The lines as a verdict has them: units that stood back. */
    static List<UnitCut> cuts(List<UnitLine> lines) {
        return lines.stream()
                .filter(line -> line.curtailed().wattHours() > 0)
                .map(line -> new UnitCut(line.unit(), line.curtailed(), line.compensation()))
                .toList();
    }

    private void add(
            CurtailmentSettlement settlement,
            Interval piece,
            CapTimeline.Segment segment,
            List<InsuredTranche> insured) {
        Optional<ActivePower> scheduled = market.scheduled(node.id(), piece.start());
        if (scheduled.isEmpty()) {
            return;
        }
        Optional<Price> spot = market.spot(node.zone(), piece.start());
        boolean unknownThere = insured.stream()
                .flatMap(unit -> unit.destination().stream())
                .anyMatch(zone -> market.spot(zone, piece.start()).isEmpty());
        if (unknownThere || (spot.isEmpty() && !insured.isEmpty())) {
            flags.add(LineFlag.SPOT_MISSING);
        }
        spot.ifPresent(price -> settlement.add(
                piece,
                TrancheLadder.scheduled(insured, scheduled.get()),
                segment.order(),
                price,
                zone -> market.spot(zone, piece.start())));
    }

    /** A span cut wherever schedule or spot price may change. */
    private List<Interval> pieces(Instant from, Instant to, List<InsuredTranche> insured) {
        NavigableSet<Instant> edges = new TreeSet<>(List.of(from, to));
        market.blocks(node.id()).stream().map(ScheduleBlock::span).forEach(span -> inside(edges, span, from, to));
        zones(insured)
                .forEach(zone -> market.spots(zone).stream()
                        .map(SpotBlock::span)
                        .forEach(span -> inside(edges, span, from, to)));
        List<Interval> pieces = new ArrayList<>();
        Optional<Instant> last = Optional.empty();
        for (Instant edge : edges) {
            last.ifPresent(start -> pieces.add(new Interval(start, edge)));
            last = Optional.of(edge);
        }
        return pieces;
    }

    private NavigableSet<String> zones(List<InsuredTranche> insured) {
        NavigableSet<String> zones = new TreeSet<>();
        zones.add(node.zone());
        insured.forEach(unit -> unit.destination().ifPresent(zones::add));
        return zones;
    }

    private static void inside(NavigableSet<Instant> edges, Interval span, Instant from, Instant to) {
        for (Instant edge : List.of(span.start(), span.end())) {
            if (edge.isAfter(from) && edge.isBefore(to)) {
                edges.add(edge);
            }
        }
    }
}
