package org.wolfgate.agent.insurance;

/** The distribution of one zone's spot price in an interval, as the market forecasts it; in currency/MWh. */
public sealed interface SpotPrice permits UniformPrice, NormalPrice, LogNormalPrice, DiscretePrice {

    /**
     * The actuarially fair premium X(c) = E[max(S-c, 0)] per insured MWh, the paper's (8), (14) and (15). Falls in c with
     * a slope between -1 and 0 and is convex, so a lower strike always costs more.
     *
     * @param strike strike price c; negative is legal, {@link Double#POSITIVE_INFINITY} means uninsured
     */
    double premium(double strike);

    /** E[S]. */
    double mean();

    /** Pr[S <= price]. */
    double probabilityUpTo(double price);

    /** The lowest price that can occur, minus infinity if there is none. */
    double lowest();

    /** The highest price that can occur, infinity if there is none. */
    double highest();

    /** Refuses a parameter that is not a finite number. */
    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("spot-price distribution: " + name + " is " + value
                    + ", not a finite number; give prices in currency/MWh");
        }
        return value;
    }
}
