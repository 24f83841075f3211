package org.wolfgate.agent.dispatch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * The agent's side of an order: which of the units behind a node run, and how far. Highest strike is cut first; a unit
 * whose strike is above the spot price stands down whatever the order says; uninsured units count as struck at the spot
 * price.
 */
public final class OrderSplit {

    /**
     * A unit behind the node.
     *
     * @param id its name, which a lottery draws by
     * @param scheduled scheduled and insured power, zero or more
     * @param strike insured strike; empty if uninsured
     */
    public record Unit(String id, ActivePower scheduled, Optional<Price> strike) {

        public Unit {
            if (scheduled.watts() < 0) {
                throw new IllegalArgumentException(
                        "unit " + id + " is scheduled at " + scheduled + ": give zero or more");
            }
        }
    }

    private final Price spot;
    private final List<Unit> units;
    private final Rationing rationing;
    private final long[] granted;

    private OrderSplit(Price spot, List<Unit> units, Rationing rationing) {
        this.spot = spot;
        this.units = units;
        this.rationing = rationing;
        this.granted = new long[units.size()];
    }

    /**
     * Splits an order over units, in whole watts, never over its cap.
     *
     * @param spot spot price of the node's zone
     * @return the power that each unit may run at, in the order of the units
     */
    public static List<ActivePower> split(Price spot, List<Unit> units, OrderTerms order, Rationing rationing) {
        OrderSplit split = new OrderSplit(spot, units, rationing);
        if (order.marginal().isPresent()) {
            split.byMarginal(order.marginal().get());
            if (Arrays.stream(split.granted).sum() > order.cap().watts()) {
                split.byCap(order.cap().watts());
            }
        } else {
            split.byCap(order.cap().watts());
        }
        return Arrays.stream(split.granted).mapToObj(ActivePower::new).toList();
    }

    private void byMarginal(OrderTerms.Marginal marginal) {
        Optional<Price> strike = marginal.strike();
        if (strike.isEmpty()) {
            return;
        }
        for (int u : merit()) {
            granted[u] = effective(u).compareTo(strike.get()) < 0 ? watts(u) : 0;
        }
        int[] tied = at(strike.get());
        if (rationing instanceof Rationing.Lottery lottery) {
            draw(tied, part(Arrays.stream(tied).mapToLong(this::watts).sum(), marginal.share()), lottery);
        } else {
            for (int u : tied) {
                granted[u] = part(watts(u), marginal.share());
            }
        }
    }

    private void byCap(long cap) {
        Arrays.fill(granted, 0);
        long left = cap;
        int[] merit = merit();
        int next = 0;
        while (next < merit.length) {
            int[] tied = at(effective(merit[next]));
            long total = Arrays.stream(tied).mapToLong(this::watts).sum();
            if (total > left) {
                ration(tied, total, left);
                return;
            }
            for (int u : tied) {
                granted[u] = watts(u);
            }
            left -= total;
            next += tied.length;
        }
    }

    private void ration(int[] tied, long total, long left) {
        if (rationing instanceof Rationing.Lottery lottery) {
            draw(tied, left, lottery);
            return;
        }
        BigDecimal share = BigDecimal.valueOf(left).divide(BigDecimal.valueOf(total), 24, RoundingMode.FLOOR);
        for (int u : tied) {
            granted[u] = part(watts(u), share);
        }
        // Rounding leaves less than a watt per unit; the first ones take it, so that the cap is used in full.
        long rest = left - Arrays.stream(tied).mapToLong(u -> granted[u]).sum();
        for (int i = 0; i < tied.length && rest > 0; i++) {
            if (granted[tied[i]] < watts(tied[i])) {
                granted[tied[i]]++;
                rest--;
            }
        }
    }

    private void draw(int[] tied, long amount, Rationing.Lottery lottery) {
        long left = amount;
        for (int u : Lot.order(tied, u -> units.get(u).id(), lottery)) {
            granted[u] = Math.min(left, watts(u));
            left -= granted[u];
        }
    }

    /** Units that may run at this spot price, lowest strike first. */
    private int[] merit() {
        return IntStream.range(0, units.size())
                .filter(u ->
                        units.get(u).strike().map(c -> c.compareTo(spot) <= 0).orElse(true))
                .boxed()
                .sorted(Comparator.comparing(this::effective))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] at(Price strike) {
        return Arrays.stream(merit()).filter(u -> effective(u).equals(strike)).toArray();
    }

    private Price effective(int u) {
        return units.get(u).strike().orElse(spot);
    }

    private long watts(int u) {
        return units.get(u).scheduled().watts();
    }

    private static long part(long watts, BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(watts))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
