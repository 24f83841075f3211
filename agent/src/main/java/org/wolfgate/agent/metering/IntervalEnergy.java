package org.wolfgate.agent.metering;

import org.wolfgate.drivers.Energy;

/**
 * Energy of an interval by direction.
 *
 * @param exported injected into the grid, never negative
 * @param imported taken from the grid, never negative
 */
public record IntervalEnergy(Energy exported, Energy imported) {

    public static final IntervalEnergy ZERO = new IntervalEnergy(Energy.ZERO, Energy.ZERO);

    /** Injection less withdrawal: what the interval settles on. */
    public Energy net() {
        return exported.minus(imported);
    }

    IntervalEnergy plus(IntervalEnergy more) {
        return new IntervalEnergy(exported.plus(more.exported), imported.plus(more.imported));
    }

    /** A net energy, all of it in one direction. */
    public static IntervalEnergy ofNet(Energy net) {
        return new IntervalEnergy(new Energy(Math.max(0, net.wattHours())), new Energy(Math.max(0, -net.wattHours())));
    }
}
