package org.wolfgate.agent.curtailment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/** What of a node's insured tranches is scheduled, lowest strike first. */
public final class TrancheLadder {

    /** The unit that stands for what is scheduled beyond all tranches: nobody insured it. */
    public static final String UNCOVERED = "uncovered";

    private static final Comparator<InsuredTranche> LOWEST_STRIKE_FIRST = Comparator.comparing(
            InsuredTranche::strike,
            Comparator.comparing((Optional<Price> strike) -> strike.isEmpty())
                    .thenComparing(strike -> strike.orElse(Price.ZERO)));

    private TrancheLadder() {}

    /**
     * The tranches at the quantities that a schedule uses. Insured MW above the schedule are not curtailed, since they
     * would not have run; scheduled MW above the insured ones are an uninsured unit of their own.
     *
     * @param scheduled injection scheduled at the node; at or below zero nothing is scheduled
     */
    public static List<InsuredTranche> scheduled(List<InsuredTranche> tranches, ActivePower scheduled) {
        ActivePower left = scheduled.max(ActivePower.ZERO);
        List<InsuredTranche> used = new ArrayList<>();
        for (InsuredTranche tranche :
                tranches.stream().sorted(LOWEST_STRIKE_FIRST).toList()) {
            ActivePower quantity = tranche.quantity().min(left);
            used.add(tranche.of(quantity));
            left = left.minus(quantity);
        }
        if (left.compareTo(ActivePower.ZERO) > 0) {
            used.add(new InsuredTranche(UNCOVERED, left, Optional.empty()));
        }
        return used;
    }
}
