package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.UnitGrants;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/**
 * What the units of a node stood back under a cap, and the compensation max(S - c, 0) for each MWh of it. Cap, spot price
 * and schedule may change at any moment, so spans during which all three hold are added up exactly and rounded once.
 */
public final class CurtailmentSettlement {

    private static final BigInteger MILLIS_PER_HOUR = BigInteger.valueOf(3_600_000);

    /** Hundredths of currency/MWh times W ms, per millionth of currency. */
    private static final BigInteger PER_MICRO = MILLIS_PER_HOUR.multiply(BigInteger.valueOf(100));

    private final Map<String, Sum> sums = new LinkedHashMap<>();

    /**
     * A unit's part.
     *
     * @param curtailed scheduled less granted energy
     * @param compensation owed to the unit, six decimals
     */
    public record UnitLine(String unit, Optional<Price> strike, Energy curtailed, Money compensation) {}

    /** Energy in W ms and money in hundredths of currency/MWh times W ms. */
    private record Sum(Optional<Price> strike, BigInteger energy, BigInteger owed) {

        Sum plus(BigInteger wattMillis, long rate) {
            return new Sum(strike, energy.add(wattMillis), owed.add(wattMillis.multiply(BigInteger.valueOf(rate))));
        }
    }

    /**
     * Adds a span during which nothing changed.
     *
     * @param scheduled the tranches at the quantities scheduled
     * @param order the order in force
     * @param spot S at the node's zone
     */
    public void add(Interval span, List<InsuredTranche> scheduled, CurtailmentOrder order, Price spot) {
        BigInteger millis = BigInteger.valueOf(span.length().toMillis());
        Map<String, ActivePower> granted = UnitGrants.under(order, spot, scheduled);
        for (InsuredTranche unit : scheduled) {
            long cut = unit.quantity()
                    .minus(granted.getOrDefault(unit.unit(), ActivePower.ZERO))
                    .watts();
            long rate = unit.strike()
                    .map(c -> Math.max(0, spot.minus(c).hundredths()))
                    .orElse(0L);
            sums.merge(
                    unit.unit(),
                    new Sum(unit.strike(), BigInteger.ZERO, BigInteger.ZERO)
                            .plus(millis.multiply(BigInteger.valueOf(cut)), rate),
                    (a, b) -> new Sum(
                            a.strike(), a.energy().add(b.energy()), a.owed().add(b.owed())));
        }
    }

    /** One line for each unit that had something scheduled, in the order of their first appearance. */
    public List<UnitLine> lines() {
        return sums.entrySet().stream()
                .map(entry -> new UnitLine(
                        entry.getKey(),
                        entry.getValue().strike(),
                        new Energy(halfEven(entry.getValue().energy(), MILLIS_PER_HOUR)),
                        new Money(halfEven(entry.getValue().owed(), PER_MICRO))))
                .toList();
    }

    private static long halfEven(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
