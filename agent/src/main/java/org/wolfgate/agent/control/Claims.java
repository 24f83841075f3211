package org.wolfgate.agent.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.control.Claim.Piece;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.control.FinalSpots.FinalBlock;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.curtailment.Verdict.UnitCut;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.settlement.CurtailmentSettlement;

/**
 * The compensation that concluded orders owe: pending until the spot prices of their whole time are final, then final,
 * and corrected when a final price is. Each change is a new version of the verdict; none is ever taken back. Bounded:
 * past the limit the oldest final claim is forgotten, else the oldest pending one, which then stays pending for good.
 */
public final class Claims {

    static final int MOST = 256;

    private final FinalSpots finals;
    private final Map<String, Claim> byOrder = new LinkedHashMap<>();
    private final Map<String, Map<String, Owed>> totals = new TreeMap<>();

    /** What survives a restart. */
    public record State(
            Map<String, List<FinalBlock>> finals, Map<String, Claim> claims, Map<String, Map<String, Owed>> totals) {
        static final State EMPTY = new State(Map.of(), Map.of(), Map.of());

        /** What is kept as one piece; each claim is kept by itself. */
        public State withoutClaims() {
            return new State(finals, Map.of(), totals);
        }
    }

    Claims(State resumed) {
        finals = new FinalSpots(resumed.finals());
        resumed.claims().values().stream()
                .sorted(Comparator.comparing(claim -> claim.verdict().endedAt()))
                .forEach(claim -> byOrder.put(claim.verdict().order().id(), claim));
        totals.putAll(resumed.totals());
    }

    State state() {
        return new State(finals.state(), Map.copyOf(byOrder), Map.copyOf(totals));
    }

    FinalSpots finals() {
        return finals;
    }

    /** What each unit of a node is owed, by its id; without those that were never owed anything. */
    Map<String, Owed> owed(String node) {
        return totals.getOrDefault(node, Map.of());
    }

    /** Whether a concluded order was in force in a zone during a span. */
    boolean concerns(String zone, Interval span) {
        return byOrder.values().stream()
                .filter(claim -> claim.zone().equals(zone))
                .anyMatch(claim -> claim.pieces().stream().anyMatch(piece -> piece.overlaps(span)));
    }

    /** An order was concluded: its verdict, final at once where no insured unit is concerned or every price is known. */
    Verdict open(Claim claim) {
        Claim first = claim;
        if (!claim.concernsTheInsured()) {
            first = claim.with(claim.verdict().settled());
        } else {
            first = cuts(claim)
                    .map(cuts -> claim.with(claim.verdict().settledAt(cuts)))
                    .orElse(claim);
        }
        add(first, 1);
        byOrder.put(first.verdict().order().id(), first);
        if (byOrder.size() > MOST) {
            byOrder.remove(byOrder.values().stream()
                    .filter(each -> each.verdict().revision().isFinal())
                    .findFirst()
                    .orElse(byOrder.values().iterator().next())
                    .verdict()
                    .order()
                    .id());
        }
        return first.verdict();
    }

    /** Final prices of a zone were taken in: the next version of every verdict that they change. */
    List<Verdict> settle(String zone) {
        List<Verdict> versions = new ArrayList<>();
        for (Claim claim : List.copyOf(byOrder.values())) {
            if (claim.zone().equals(zone) && claim.concernsTheInsured()) {
                cuts(claim).filter(cuts -> changes(claim, cuts)).ifPresent(cuts -> {
                    Claim next = claim.with(claim.verdict().next(cuts));
                    add(claim, -1);
                    add(next, 1);
                    byOrder.put(next.verdict().order().id(), next);
                    versions.add(next.verdict());
                });
            }
        }
        return versions;
    }

    private static boolean changes(Claim claim, List<UnitCut> cuts) {
        return !claim.verdict().revision().isFinal() || !claim.verdict().cuts().equals(cuts);
    }

    /** What the units stood back, at the final prices; empty while one is missing. */
    private Optional<List<UnitCut>> cuts(Claim claim) {
        if (claim.unscheduled()) {
            return Optional.empty();
        }
        CurtailmentSettlement settlement = new CurtailmentSettlement();
        for (Piece piece : claim.pieces()) {
            Optional<List<SpotBlock>> known = finals.covering(claim.zone(), piece.span());
            if (known.isEmpty()) {
                return Optional.empty();
            }
            for (SpotBlock block : known.get()) {
                settlement.addFinal(
                        block.span(),
                        piece.scheduled(),
                        claim.verdict().order(),
                        piece.spot().orElse(block.price()),
                        block.price());
            }
        }
        return Optional.of(UnitSettlement.cuts(settlement.lines()));
    }

    private void add(Claim claim, int sign) {
        boolean isFinal = claim.verdict().revision().isFinal();
        Map<String, Owed> units = new TreeMap<>(totals.getOrDefault(claim.node(), Map.of()));
        for (UnitCut cut : claim.verdict().cuts()) {
            Money amount = sign > 0 ? cut.compensation() : cut.compensation().negate();
            if (amount.micros() != 0) {
                units.merge(cut.unit(), Owed.NOTHING.plus(amount, isFinal), (was, more) -> was.plus(amount, isFinal));
            }
        }
        totals.put(claim.node(), Map.copyOf(units));
    }
}
