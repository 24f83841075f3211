package org.wolfgate.agent.pricing;

/** {@code sgn(n) (2^|n| - 1)}: zero at zero, odd, continuous, strictly rising. Line loading and voltage share it. */
final class OddPower {

    private static final double LARGEST = 40;

    private OddPower() {}

    static double of(double n, RaisedFlags raised) {
        double magnitude = Math.abs(n);
        if (magnitude > LARGEST) {
            magnitude = LARGEST;
            raised.raise(PriceFlag.EXPONENT_CLAMPED);
        }
        return Math.signum(n) * (Math.pow(2, magnitude) - 1);
    }
}
