package org.wolfgate.agent.control;

import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;

/**
 * What a concluded order owes, with all that it is computed from, so that it can be computed once more at the final spot
 * prices. Plain data, so that it survives a restart.
 *
 * @param verdict the latest version
 * @param zone whose spot price counts
 * @param pieces the time in force, cut where schedule or spot price changed; without the parts that had no schedule
 * @param unscheduled whether the node has insured units and some of the time had no schedule: nobody can say what they
 *     stood back then, so the claim stays pending
 */
record Claim(Verdict verdict, String zone, List<Piece> pieces, boolean unscheduled) {

    /**
     * A span during which nothing changed.
     *
     * @param scheduled the tranches at the quantities scheduled
     * @param spot the price by which the units were granted their power; empty if none was known
     */
    record Piece(Interval span, List<InsuredTranche> scheduled, Optional<Price> spot) {

        Piece {
            scheduled = List.copyOf(scheduled);
        }

        boolean continues(Piece earlier) {
            return earlier.span().end().equals(span.start())
                    && earlier.scheduled().equals(scheduled)
                    && earlier.spot().equals(spot);
        }

        Piece joined(Piece earlier) {
            return new Piece(new Interval(earlier.span().start(), span.end()), scheduled, spot);
        }

        boolean overlaps(Interval other) {
            return span.start().isBefore(other.end()) && other.start().isBefore(span.end());
        }
    }

    Claim {
        pieces = List.copyOf(pieces);
    }

    String node() {
        return verdict.order().node();
    }

    /** Whether any insured unit has a part in it; what the rest is owed is nothing at any price. */
    boolean concernsTheInsured() {
        return unscheduled
                || pieces.stream()
                        .flatMap(piece -> piece.scheduled().stream())
                        .anyMatch(unit ->
                                unit.strike().isPresent() && unit.quantity().watts() > 0);
    }

    Money owed() {
        return verdict.cuts().stream().map(Verdict.UnitCut::compensation).reduce(Money.ZERO, Money::plus);
    }

    Claim with(Verdict later) {
        return new Claim(later, zone, pieces, unscheduled);
    }
}
