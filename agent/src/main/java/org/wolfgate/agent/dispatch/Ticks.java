package org.wolfgate.agent.dispatch;

/**
 * Prices on the market's grid of 0.01 currency/MWh. Prices that are a tick but for rounding become exactly that tick, so
 * that ties of strikes, and of a strike with the spot price, are exact. A price off the grid, such as a mean, stays.
 */
final class Ticks {

    private static final double PER_UNIT = 100;
    private static final double ROUNDING = 1e-9;

    private Ticks() {}

    static double snap(double price) {
        double tick = Math.rint(price * PER_UNIT) / PER_UNIT;
        return Math.abs(price - tick) <= ROUNDING * Math.max(1, Math.abs(price)) ? tick : price;
    }
}
