package org.wolfgate.agent.insurance.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.wolfgate.agent.insurance.UniformPrice;
import org.wolfgate.agent.insurance.paper.FourNodeExample.Quantities;

/** Section 3.2 of the paper, its welfare optimum and premiums; the insured schemes are in {@link SchemeFindings}. */
final class FourNodeFindings {

    /** E[SW] of the welfare optimum, against which the schemes lose. */
    static double expectedFirstBest() {
        // Two Gauss points each way integrate a quadratic exactly.
        return mean(
                FourNodeExample.SPOT4,
                s4 -> mean(
                        FourNodeExample.SPOT2,
                        s2 -> FourNodeExample.welfare(s4, s2, FourNodeExample.firstBest(s4, s2))));
    }

    private static double mean(UniformPrice spot, UnivariateFunction function) {
        GaussIntegrator integrator = new GaussIntegratorFactory().legendre(2, spot.lowest(), spot.highest());
        return integrator.integrate(function) / (spot.highest() - spot.lowest());
    }

    private FourNodeFindings() {}

    static List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(firstBest("q1", 12, Quantities::q1, 1, 1, -24));
        findings.add(firstBest("q2", 0.25, Quantities::q2, 399, -201, -3056));
        findings.add(firstBest("q3", 7.5, Quantities::q3, 5, -3, -16));
        findings.add(firstBest("q4", 0.25, Quantities::q4, -201, 159, 1424));
        double welfare = expectedFirstBest();
        findings.add(
                new Finding("4-node E[SW]", "8652", Figures.exact(welfare, 3), Figures.compare("8652", welfare), ""));
        findings.add(PremiumFindings.of("premium (14), zone 1", FourNodeExample.SPOT4));
        findings.add(PremiumFindings.of("premium (15), zone 2", FourNodeExample.SPOT2));
        findings.addAll(SchemeFindings.all(welfare));
        return findings;
    }

    private static Finding firstBest(
            String name, double factor, ToDoubleFunction<Quantities> quantity, double... unscrambled) {
        LinearFormula ours = LinearFormula.of(
                factor, List.of("s2", "s4"), s -> quantity.applyAsDouble(FourNodeExample.firstBest(s[1], s[0])));
        boolean equal = ours.hasCoefficients(unscrambled);
        return new Finding(
                "4-node first best, " + name,
                "fractions scrambled",
                ours.toString(),
                equal ? Verdict.AGREES_ON_CONDITION : Verdict.DIFFERS,
                "the condition is how its digits are read; so read they are the optimum of the ring 1-2-3-4-1 with chord 2-4");
    }
}
