package org.wolfgate.agent.insurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.wolfgate.agent.insurance.TwoNodeMarket.Gate;
import org.wolfgate.agent.insurance.TwoNodeMarket.Pair;

/**
 * The conditions under which the closed form of {@link TwoNodeEquilibrium} is an equilibrium. All quantities are affine in
 * the spot price, so holding at both ends of its range is holding everywhere.
 */
public final class TwoNodeValidity {

    /** Rounding of the arithmetic, in MW and currency/MWh: a limit met exactly is met. */
    private static final double ROUNDING = 1e-9;

    private TwoNodeValidity() {}

    /** Every condition that fails, one line each; empty if the closed form is an equilibrium. */
    public static List<String> failures(TwoNodeEquilibrium solution) {
        List<String> failures = new ArrayList<>();
        TwoNodeMarket market = solution.market();
        double low = market.spot().lowest();
        double high = market.spot().highest();
        strikesStayBelowSpot(solution, low).ifPresent(failures::add);
        for (double price : new double[] {low, high}) {
            quantitiesArePositive(solution.dispatch(price), price, "insured dispatch")
                    .ifPresent(failures::add);
            quantitiesArePositive(market.firstBest(price), price, "welfare optimum")
                    .ifPresent(failures::add);
            optimumBinds(market, price).ifPresent(failures::add);
        }
        for (Gate gate : market.others()) {
            isSlack(market, gate, solution::dispatch, "insured dispatch").ifPresent(failures::add);
            isSlack(market, gate, market::firstBest, "welfare optimum").ifPresent(failures::add);
        }
        return List.copyOf(failures);
    }

    static void require(TwoNodeEquilibrium solution) {
        List<String> failures = failures(solution);
        if (!failures.isEmpty()) {
            throw new IllegalArgumentException("two-node equilibrium: the closed form does not hold here: "
                    + String.join("; ", failures) + "; use the fixed point for discrete levels instead");
        }
    }

    /** With c1 <= S at the lowest price the gate has a price mu >= 0, so it binds and c2 <= S as well. */
    private static Optional<String> strikesStayBelowSpot(TwoNodeEquilibrium solution, double low) {
        double strike = solution.marginalStrikes(low).first();
        if (strike <= low + ROUNDING) {
            return Optional.empty();
        }
        return Optional.of(line(
                "marginal strike %.4f of node 1 exceeds the spot price %.4f, so the ISO stands such units down and"
                        + " gate %s does not bind",
                strike, low, solution.market().congested().name()));
    }

    private static Optional<String> optimumBinds(TwoNodeMarket market, double price) {
        double cost = market.first().marginalCost(market.firstBest(price).first());
        if (cost <= price + ROUNDING) {
            return Optional.empty();
        }
        return Optional.of(line(
                "gate %s does not bind in the welfare optimum at spot price %.4f: node 1's marginal cost there would be"
                        + " %.4f",
                market.congested().name(), price, cost));
    }

    private static Optional<String> isSlack(
            TwoNodeMarket market, Gate gate, DoubleFunction<Pair> dispatch, String which) {
        double most = DoubleStream.of(market.spot().lowest(), market.spot().highest())
                .map(price -> Math.abs(gate.flow(dispatch.apply(price))))
                .max()
                .orElseThrow();
        if (most <= gate.limit() + ROUNDING) {
            return Optional.empty();
        }
        return Optional.of(line(
                "gate %s is overloaded by the %s: %.4f MW against its limit of %.4f MW, so %s is not the only one that"
                        + " binds",
                gate.name(), which, most, gate.limit(), market.congested().name()));
    }

    private static Optional<String> quantitiesArePositive(Pair q, double price, String which) {
        if (q.first() >= -ROUNDING && q.second() >= -ROUNDING) {
            return Optional.empty();
        }
        return Optional.of(
                line("%s is negative at spot price %.4f: %.4f and %.4f MW", which, price, q.first(), q.second()));
    }

    private static String line(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
