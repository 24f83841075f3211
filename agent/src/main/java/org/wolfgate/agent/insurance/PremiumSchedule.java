package org.wolfgate.agent.insurance;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The premiums an ISO offers in one zone: the menu from which a generator picks its strike price.
 *
 * @param levels strike prices and their premiums, rising in strike
 */
public record PremiumSchedule(List<Level> levels) {

    /** A finer menu than this is a mistake in the step rather than a wish. */
    private static final int MOST_LEVELS = 100_000;

    /** Roots are found to a millionth of a currency unit, far below the price tick of 0.01. */
    private static final double ACCURACY = 1e-6;

    public PremiumSchedule {
        levels = List.copyOf(levels);
    }

    /**
     * One offer of the menu.
     *
     * @param strike strike price c, currency/MWh
     * @param premium X(c), currency per insured MWh
     */
    public record Level(double strike, double premium) {}

    /** Discrete levels: the premium of each strike, in rising order and without repeats. */
    public static PremiumSchedule ofLevels(SpotPrice spot, double... strikes) {
        for (double strike : strikes) {
            SpotPrice.finite("strike", strike);
        }
        return new PremiumSchedule(DoubleStream.of(strikes)
                .sorted()
                .distinct()
                .mapToObj(c -> new Level(c, spot.premium(c)))
                .toList());
    }

    /**
     * The continuous schedule, sampled from one strike to another, both included if the step divides the range.
     *
     * @throws IllegalArgumentException if the step is not above 0, the range is turned round, or there are more than
     *     100,000 levels
     */
    public static PremiumSchedule sampled(SpotPrice spot, double from, double to, double step) {
        SpotPrice.finite("first strike", from);
        SpotPrice.finite("last strike", to);
        if (!(step > 0) || to < from) {
            throw new IllegalArgumentException("premium schedule: from " + from + " to " + to + " by " + step
                    + " is no rising range; the step must be above 0 and the end not below the start");
        }
        double steps = Math.floor((to - from) / step * (1 + 1e-12));
        if (steps >= MOST_LEVELS) {
            throw new IllegalArgumentException("premium schedule: " + from + " to " + to + " by " + step
                    + " is more than " + MOST_LEVELS + " levels; take a larger step");
        }
        return ofLevels(
                spot,
                IntStream.rangeClosed(0, (int) steps)
                        .mapToDouble(i -> from + i * step)
                        .toArray());
    }

    /**
     * The strike that a premium buys on the continuous schedule: the root of X(c) = premium.
     *
     * @param premium currency per insured MWh, above 0
     */
    public static double strikeFor(SpotPrice spot, double premium) {
        if (!(premium > 0) || !Double.isFinite(premium)) {
            throw new IllegalArgumentException(
                    "strike for a premium: " + premium + " is not above 0; any strike above all prices costs nothing");
        }
        // X(c) >= E[S] - c, so the root is at or above this strike; above it X falls to 0.
        double low = spot.mean() - premium;
        if (spot.premium(low) - premium <= ACCURACY) {
            return low;
        }
        double width = 1;
        while (spot.premium(low + width) > premium) {
            width *= 2;
        }
        return new BrentSolver(ACCURACY).solve(1000, c -> spot.premium(c) - premium, low, low + width);
    }
}
