package org.wolfgate.agent.insurance.paper;

import org.wolfgate.agent.insurance.UniformPrice;

/** The premium formulas (8), (14) and (15). */
final class PremiumFindings {

    private PremiumFindings() {}

    /** The two branches of X(c), read off our premiums and checked at strikes below, in and above the price range. */
    static Finding of(String item, UniformPrice spot) {
        double low = spot.lowest();
        double high = spot.highest();
        boolean equal = true;
        for (double strike = low - 20; strike <= high + 5; strike += 0.25) {
            equal &= Figures.same(published(strike, low, high), spot.premium(strike));
        }
        double divisor = 1 / spot.premium(high - 1);
        String ours = branches(divisor, spot.premium(0), spot);
        return Finding.agrees(item, branches(2 * (high - low), (low + high) / 2, spot), ours, equal);
    }

    private static double published(double strike, double low, double high) {
        if (strike < low) {
            return (low + high) / 2 - strike;
        }
        return strike < high ? Math.pow(high - strike, 2) / (2 * (high - low)) : 0;
    }

    private static String branches(double divisor, double mean, UniformPrice spot) {
        return "(%s-c)^2/%s; %s-c below %s"
                .formatted(
                        Figures.fraction(spot.highest()),
                        Figures.fraction(divisor),
                        Figures.fraction(mean),
                        Figures.fraction(spot.lowest()));
    }
}
