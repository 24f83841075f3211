package org.wolfgate.agent.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.rights.RightsLedger;
import org.wolfgate.drivers.ActivePower;

/**
 * The operator's choice {@code rights-first}: what a node schedules beyond the flowgate rights that it holds is curtailed
 * before anything that has its rights. Who is owed what stays as it was: compensation follows the strikes.
 *
 * @param first whether the operator says so; without it rights change nothing
 * @param ledger holdings by node and gate
 * @param span the time that the orders are for
 */
public record GateRights(boolean first, RightsLedger ledger, Interval span) {

    private static final Price LEAST = new Price(1);

    /** A unit as the dispatch is to rank it. */
    record Ranked(String unit, ActivePower quantity, Optional<Price> strike) {}

    /**
     * A node's units as the dispatch is to rank them. A dispatch cuts first what costs it nothing, which is what stands at
     * the spot price. So the part without rights stands there, and what has its rights stands below. Rights cover a node's
     * units from the lowest strike up, so that the order among the node's own units stays that of the strikes.
     */
    List<Ranked> rank(String node, List<InsuredTranche> tranches, List<DeskGate> gates, Price spot) {
        List<Ranked> ranked = new ArrayList<>();
        ActivePower left = first ? covered(node, tranches, gates) : total(tranches);
        for (InsuredTranche tranche : upwards(tranches)) {
            ActivePower with = tranche.quantity().min(left);
            left = left.minus(with);
            add(ranked, tranche, with, first ? below(tranche.strike(), spot) : tranche.strike());
            add(ranked, tranche, tranche.quantity().minus(with), outOfTheMoney(tranche, spot));
        }
        return ranked;
    }

    /** What the node's rights carry on the gate that is tightest for it; counter-flow needs none. */
    private ActivePower covered(String node, List<InsuredTranche> tranches, List<DeskGate> gates) {
        ActivePower least = total(tranches);
        for (DeskGate gate : gates) {
            double factor = gate.ptdf().getOrDefault(node, 0.0);
            if (factor > 0) {
                BigDecimal held = BigDecimal.valueOf(ledger.held(gate.name(), node, span.start(), span.end())
                        .max(ActivePower.ZERO)
                        .watts());
                least = least.min(new ActivePower(held.divide(BigDecimal.valueOf(factor), 0, RoundingMode.FLOOR)
                        .longValueExact()));
            }
        }
        return least;
    }

    private static List<InsuredTranche> upwards(List<InsuredTranche> tranches) {
        Comparator<InsuredTranche> byStrike = Comparator.comparing(
                tranche -> tranche.strike().orElse(new Price(Long.MAX_VALUE)), Comparator.naturalOrder());
        return tranches.stream().sorted(byStrike).toList();
    }

    private static Optional<Price> below(Optional<Price> strike, Price spot) {
        boolean standsDown = strike.filter(c -> c.compareTo(spot) > 0).isPresent();
        Price highest = spot.minus(LEAST);
        return standsDown
                ? strike
                : Optional.of(strike.filter(c -> c.compareTo(highest) < 0).orElse(highest));
    }

    /** Without rights a unit ranks as if it were not insured, but one above the spot price stands down as ever. */
    private static Optional<Price> outOfTheMoney(InsuredTranche tranche, Price spot) {
        return tranche.strike().filter(c -> c.compareTo(spot) > 0);
    }

    private static void add(List<Ranked> ranked, InsuredTranche tranche, ActivePower power, Optional<Price> strike) {
        if (power.watts() > 0) {
            ranked.add(new Ranked(tranche.unit(), power, strike));
        }
    }

    private static ActivePower total(List<InsuredTranche> tranches) {
        return tranches.stream().map(InsuredTranche::quantity).reduce(ActivePower.ZERO, ActivePower::plus);
    }
}
