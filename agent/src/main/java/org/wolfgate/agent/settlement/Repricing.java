package org.wolfgate.agent.settlement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * What many intervals would be worth by another formula: the amounts of {@link DeviationSettlement} without the lines
 * around them. A price depends on frequency and area control error alone, and a month has few of those at a meter's
 * resolution, so each is worked out once. One thread at a time.
 */
public final class Repricing {

    /** Keeps the memory bounded when every interval has its own area control error. */
    private static final int MOST_PRICES = 50_000;

    private final NodePrice formula;
    private final Map<Situation, Price> known = new HashMap<>();

    private record Situation(Optional<Frequency> frequency, Optional<ActivePower> ace) {}

    public Repricing(NodePrice formula) {
        this.formula = formula;
    }

    /**
     * The amount of one interval.
     *
     * @param metered empty unless the energy of the whole interval is known
     * @param offset empty if the schedule is not known
     * @param allowed empty if no cap was in force
     * @return empty if either energy is not known
     */
    public Optional<Money> amount(
            Optional<Energy> metered,
            Optional<Energy> offset,
            Optional<Energy> allowed,
            Optional<Frequency> frequency,
            Optional<ActivePower> ace) {
        if (metered.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        Energy flow = metered.get();
        Energy excess = allowed.filter(most -> flow.compareTo(most) > 0)
                .map(flow::minus)
                .orElse(Energy.ZERO);
        return Optional.of(
                DeviationSettlement.amount(flow.minus(offset.get()), excess, price(new Situation(frequency, ace))));
    }

    private Price price(Situation situation) {
        if (known.size() > MOST_PRICES) {
            known.clear();
        }
        return known.computeIfAbsent(
                situation,
                s -> IntervalPrice.of(formula, new FrequencyChoice(s.frequency(), Set.of()), s.ace(), Map.of())
                        .price());
    }
}
