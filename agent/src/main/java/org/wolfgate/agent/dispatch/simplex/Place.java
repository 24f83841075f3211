package org.wolfgate.agent.dispatch.simplex;

/**
 * Where a row's flow is, in the order in which a rising price passes through: beyond its low bound at the penalty, held at
 * the low bound, free between the bounds at price zero, held at the high bound, beyond it at the penalty.
 */
final class Place {

    static final int BELOW = 0;
    static final int AT_LOW = 1;
    static final int BETWEEN = 2;
    static final int AT_HIGH = 3;
    static final int ABOVE = 4;

    private Place() {}
}
