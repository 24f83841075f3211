package org.wolfgate.drivers.sim;

/** What drives a plant, and so how much of its rating is available and how fast that changes. */
public enum PlantKind {
    /** Passing clouds. */
    SOLAR(0.75, 0.10, 60),
    /** Gusts over a park. */
    WIND(0.60, 0.12, 90),
    /** A steady river. */
    HYDRO(0.90, 0.02, 300);

    private final double meanShare;
    private final double spread;
    private final double relaxationSeconds;

    PlantKind(double meanShare, double spread, double relaxationSeconds) {
        this.meanShare = meanShare;
        this.spread = spread;
        this.relaxationSeconds = relaxationSeconds;
    }

    /** The available share of the rating, before it is held within 0 to 1. */
    Wandering availability(double stepSeconds, java.util.random.RandomGenerator random) {
        return new Wandering(meanShare, spread, relaxationSeconds, stepSeconds, random);
    }
}
