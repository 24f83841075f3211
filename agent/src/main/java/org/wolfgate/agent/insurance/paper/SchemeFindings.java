package org.wolfgate.agent.insurance.paper;

import static org.wolfgate.agent.insurance.paper.Figures.decimals;
import static org.wolfgate.agent.insurance.paper.Figures.exact;
import static org.wolfgate.agent.insurance.paper.Figures.fraction;
import static org.wolfgate.agent.insurance.paper.Figures.percent;
import static org.wolfgate.agent.insurance.paper.Figures.same;

import java.util.List;
import org.wolfgate.agent.insurance.LevelEquilibrium;
import org.wolfgate.agent.insurance.LevelScheme;
import org.wolfgate.agent.insurance.Rationing;
import org.wolfgate.agent.insurance.StrikeAboveSpot;

/** The insured schemes of section 3.2, each taken through the ISO's dispatch over all prices. */
final class SchemeFindings {

    private final double firstBest;

    private SchemeFindings(double firstBest) {
        this.firstBest = firstBest;
    }

    static List<Finding> all(double firstBest) {
        SchemeFindings schemes = new SchemeFindings(firstBest);
        LevelScheme one = scheme(List.of(28.5), List.of(28.5));
        LevelScheme two = scheme(List.of(30.0), List.of(21.0));
        return List.of(
                dispatches("one level 28.5", "396/0/48.8/444.8; 396/646.75/307.5/56.75; switch 57", one),
                schemes.welfare("one level 28.5", "7254.0", one).because(otherReadings(one)),
                schemes.loss("one level 28.5", "16.15", one),
                schemes.bestSingleLevel(one),
                dispatches("(30; 21)", "432/0/41.6/473.6; 432/383.5/195/243.5; switch 42", two),
                benefits(two),
                schemes.welfare("(30; 21)", "8156.3", two),
                schemes.loss("(30; 21)", "5.7", two),
                schemes.twoLevelsPerZone());
    }

    private static LevelScheme scheme(List<Double> levels1, List<Double> levels3) {
        return LevelScheme.lowestLevelAboveCost(FourNodeExample.market(levels1, levels3));
    }

    private static Finding dispatches(String name, String published, LevelScheme scheme) {
        TwoDispatches both = TwoDispatches.of(scheme);
        return Finding.agrees(
                name + ": both dispatches", published, both.text(), both.text().equals(published));
    }

    /** What the same scheme would come to under readings of (16) that the published figure excludes. */
    private static String otherReadings(LevelScheme paper) {
        List<Double> level = List.of(28.5);
        LevelScheme standsDown = LevelScheme.lowestLevelAboveCost(
                FourNodeExample.market(level, level, StrikeAboveSpot.STANDS_DOWN, false));
        LevelScheme freeHubs = LevelScheme.lowestLevelAboveCost(
                FourNodeExample.market(level, level, StrikeAboveSpot.RUNS_UNCOMPENSATED, true));
        return "random rationing inside the level (cheapest first: %s); a strike above the spot price runs uncompensated"
                        .formatted(decimals(paper.expectedWelfare(Rationing.CHEAPEST_FIRST), 2))
                + " (standing down: %s); hubs never inject (free hubs: %s)"
                        .formatted(
                                decimals(standsDown.expectedWelfare(Rationing.PRO_RATA), 3),
                                decimals(freeHubs.expectedWelfare(Rationing.PRO_RATA), 2));
    }

    private Finding welfare(String name, String published, LevelScheme scheme) {
        double welfare = scheme.expectedWelfare(Rationing.PRO_RATA);
        return new Finding(name + ": E[SW]", published, exact(welfare, 3), Figures.compare(published, welfare), "")
                .because("with random rationing inside a level; cheapest first would give "
                        + decimals(scheme.expectedWelfare(Rationing.CHEAPEST_FIRST), 2));
    }

    private Finding loss(String name, String published, LevelScheme scheme) {
        double loss = loss(scheme);
        return new Finding(
                name + ": loss", published + " %", percent(loss, 3), Figures.compare(published, 100 * loss), "");
    }

    private double loss(LevelScheme scheme) {
        return 1 - scheme.expectedWelfare(Rationing.PRO_RATA) / firstBest;
    }

    /** The loss is flat near its minimum, so the best level is looked for among multiples of 0.05. */
    private Finding bestSingleLevel(LevelScheme published) {
        double best = 0;
        double least = 1;
        for (int twentieth = 27 * 20; twentieth <= 30 * 20; twentieth++) {
            double level = twentieth / 20.0;
            double loss = loss(scheme(List.of(level), List.of(level)));
            if (loss < least) {
                best = level;
                least = loss;
            }
        }
        return Finding.agrees(
                "best single level",
                "roughly 28.5",
                "%s with loss %s".formatted(decimals(best, 2), percent(least, 3)),
                Math.abs(best - 28.5) < 0.5 && loss(published) - least < 0.0001);
    }

    private static Finding benefits(LevelScheme scheme) {
        double access1 = scheme.access(0);
        double access3 = scheme.access(1);
        return Finding.agrees(
                "(30; 21): benefits",
                "c1 - v; 91/150 (c2 - v)",
                "access %s at node 1, %s at node 3".formatted(fraction(access1), fraction(access3)),
                same(1, access1) && same(91 / 150.0, access3));
    }

    /** The paper's figure rests on every unit buying the lowest level above its cost; the equilibrium does not. */
    private Finding twoLevelsPerZone() {
        LevelScheme paper = scheme(List.of(30.0, 31.5), List.of(21.0, 27.0));
        LevelScheme settled = LevelEquilibrium.of(paper.market());
        double gain = paper.benefit(1, 25) - paper.benefit(0, 25);
        boolean explained = Figures.compare("4.4", 100 * loss(paper)) == Verdict.AGREES && gain > 0;
        double welfare = settled.expectedWelfare(Rationing.PRO_RATA);
        return new Finding(
                "(30, 31.5; 21, 27): loss",
                "4.4 %",
                "%s, E[SW] = %s".formatted(percent(loss(settled), 3), decimals(welfare, 3)),
                explained ? Verdict.NOT_AN_EQUILIBRIUM : Verdict.DIFFERS,
                ("%s (E[SW] = %s) needs each unit to buy the lowest level above its cost, but one of cost 25 at node 1"
                                + " gains %s $/MWh by moving from 30 to 31.5; %s")
                        .formatted(
                                percent(loss(paper), 3),
                                exact(paper.expectedWelfare(Rationing.PRO_RATA), 3),
                                decimals(gain, 2),
                                settledChoices(settled)));
    }

    private static String settledChoices(LevelScheme settled) {
        return "in equilibrium units up to cost %s buy 30 and up to %s buy 21: %s/%s/%s/%s MW with access %s, %s, %s, %s"
                .formatted(
                        decimals(settled.thresholds().get(0).get(0), 4),
                        decimals(settled.thresholds().get(1).get(0), 4),
                        decimals(settled.blocks().get(0).megawatts(), 3),
                        decimals(settled.blocks().get(1).megawatts(), 3),
                        decimals(settled.blocks().get(2).megawatts(), 3),
                        decimals(settled.blocks().get(3).megawatts(), 3),
                        decimals(settled.access(0), 5),
                        decimals(settled.access(1), 5),
                        decimals(settled.access(2), 5),
                        decimals(settled.access(3), 5));
    }
}
