package org.wolfgate.agent.insurance.paper;

import static org.wolfgate.agent.insurance.paper.Figures.decimals;
import static org.wolfgate.agent.insurance.paper.Figures.exact;
import static org.wolfgate.agent.insurance.paper.Figures.fraction;
import static org.wolfgate.agent.insurance.paper.Figures.same;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.wolfgate.agent.insurance.TwoNodeEquilibrium;
import org.wolfgate.agent.insurance.TwoNodeMarket;
import org.wolfgate.agent.insurance.TwoNodeMarket.Pair;

/** Section 3.1 of the paper: one zone, two nodes behind one congested line. */
final class ThreeNodeFindings {

    private static final double LOW = ThreeNodeExample.SPOT.lowest();
    private static final double HIGH = ThreeNodeExample.SPOT.highest();

    private final TwoNodeMarket market = ThreeNodeExample.base();
    private final TwoNodeEquilibrium solution = TwoNodeEquilibrium.of(market);

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>(List.of(
                firstBest(),
                expectedFirstBest(),
                PremiumFindings.of("premium (8)", ThreeNodeExample.SPOT),
                selfSelection(),
                expectation(),
                strikeRanges(),
                secondBestFormula(),
                secondBestWelfare()));
        findings.addAll(TableOneFindings.all());
        return findings;
    }

    private Finding firstBest() {
        List<String> price = List.of("s");
        LinearFormula q1 =
                LinearFormula.of(20 / 9.0, price, s -> market.firstBest(s[0]).first());
        LinearFormula q2 =
                LinearFormula.of(20 / 9.0, price, s -> market.firstBest(s[0]).second());
        boolean equal = q1.hasCoefficients(-1, 210) && q2.hasCoefficients(2, -15);
        return Finding.agrees("3-node first best (7)", "20/9 (210 - s); 20/9 (2 s - 15)", q1 + "; " + q2, equal);
    }

    private Finding expectedFirstBest() {
        double welfare = solution.expectedFirstBest();
        return new Finding("3-node E[SW]", "10697", exact(welfare, 3), Figures.compare("10697", welfare), "");
    }

    /** The formulas (9) and (10) against a search for the best strike of a unit that costs 30. */
    private Finding selfSelection() {
        double cost = 30;
        double first = bestStrike(c -> solution.accessAtFirst(c) * (c - cost), solution.strikeAtFirst(cost));
        double second = bestStrike(c -> solution.accessAtSecond(c) * (c - cost), solution.strikeAtSecond(cost));
        boolean equal = Math.abs(first - (solution.k1() - LOW + solution.k2() * cost) / (2 * solution.k2())) < 1e-6
                && Math.abs(second - (HIGH - solution.k3() + solution.k4() * cost) / (2 * solution.k4())) < 1e-6;
        return Finding.agrees(
                "self-selection (9), (10)",
                "(k1-32)/(2 k2) + v/2; (52-k3)/(2 k4) + v/2",
                "by search, v = 30: c1 = %s; c2 = %s".formatted(decimals(first, 4), decimals(second, 4)),
                equal);
    }

    private static double bestStrike(DoubleUnaryOperator benefit, double near) {
        return new BrentOptimizer(1e-10, 1e-10)
                .optimize(
                        GoalType.MAXIMIZE,
                        new MaxEval(1000),
                        new UnivariateObjectiveFunction(benefit::applyAsDouble),
                        new SearchInterval(near - 1.5, near + 1))
                .getPoint();
    }

    private Finding expectation() {
        boolean equal = Figures.compare("317.78", solution.k1()) == Verdict.AGREES
                && same(9, solution.k2())
                && Figures.compare("-39.72", solution.k3()) == Verdict.AGREES
                && same(2.25, solution.k4());
        return Finding.agrees(
                "k1, k2, k3, k4",
                "317.78, 9, -39.72, 2.25",
                "%s, %s, %s, %s"
                        .formatted(
                                fraction(solution.k1()),
                                fraction(solution.k2()),
                                fraction(solution.k3()),
                                fraction(solution.k4())),
                equal);
    }

    private Finding strikeRanges() {
        Pair atLow = solution.marginalStrikes(LOW);
        Pair atHigh = solution.marginalStrikes(HIGH);
        boolean equal = Figures.compare("29.53", atHigh.first()) == Verdict.AGREES
                && Figures.compare("31.75", atLow.first()) == Verdict.AGREES
                && Figures.compare("31.88", atLow.second()) == Verdict.AGREES
                && Figures.compare("40.77", atHigh.second()) == Verdict.AGREES;
        return Finding.agrees(
                        "strike ranges (13)",
                        "[29.53, 31.75], [31.88, 40.77]",
                        "[%s, %s], [%s, %s]"
                                .formatted(
                                        fraction(atHigh.first()),
                                        fraction(atLow.first()),
                                        fraction(atLow.second()),
                                        fraction(atHigh.second())),
                        equal)
                .because(
                        "below its range a strike always has access, above it never; the 0 and infinity printed for the"
                                + " outside are the wrong way round");
    }

    private Finding secondBestFormula() {
        Pair atLow = solution.dispatch(LOW);
        Pair atHigh = solution.dispatch(HIGH);
        Pair printed = printedDispatch(LOW);
        double load = 2 * printed.first() + printed.second();
        double allowed = 3 * market.congested().limit();
        return Finding.corrected(
                "second-best dispatch (12)",
                "constants 30 and -29, \"k\"",
                "32, -52, k4: q(32) = (%s, %s), q(52) = (%s, %s)"
                        .formatted(
                                decimals(atLow.first(), 4),
                                decimals(atLow.second(), 4),
                                decimals(atHigh.first(), 4),
                                decimals(atHigh.second(), 4)),
                load > allowed + 1,
                "the constants are L and -H; as printed 2 q1 + q2 is %s at s = 32 where line 1-3 allows %s"
                        .formatted(decimals(load, 0), decimals(allowed, 0)));
    }

    /** Equation (12) with the constants as they are printed. */
    private Pair printedDispatch(double price) {
        double q1 = 20 / solution.k2() * (solution.k1() + 30 - 10 * solution.k2() - 2 * price);
        double q2 = 10 / solution.k4() * (2 * price - solution.k3() - 20 * solution.k4() - 29);
        return new Pair(q1, q2);
    }

    private Finding secondBestWelfare() {
        double welfare = solution.expectedWelfare();
        return new Finding("3-node E[SW*]", "10593", exact(welfare, 3), Figures.compare("10593", welfare), "")
                .because("only with the corrected (12)");
    }
}
