package org.wolfgate.drivers.sim;

import java.util.random.RandomGenerator;

/**
 * A quantity that wanders around its mean and is drawn back to it (an Ornstein-Uhlenbeck process), stepped exactly, so
 * that its spread does not depend on the step.
 */
final class Wandering {

    private final double mean;
    private final double keep;
    private final double kick;
    private final RandomGenerator random;
    private double value;

    /**
     * Starts at the mean.
     *
     * @param spread standard deviation in the long run
     * @param relaxationSeconds time after which a deviation has shrunk to a third or so (1/e)
     * @param stepSeconds length of each {@link #step}
     */
    Wandering(double mean, double spread, double relaxationSeconds, double stepSeconds, RandomGenerator random) {
        this.mean = mean;
        this.keep = Math.exp(-stepSeconds / relaxationSeconds);
        this.kick = spread * Math.sqrt(1 - keep * keep);
        this.random = random;
        this.value = mean;
    }

    double step() {
        value = mean + (value - mean) * keep + kick * random.nextGaussian();
        return value;
    }
}
