package org.wolfgate.drivers;

/**
 * Reactive power in whole var. Positive is injection into the grid, negative is absorption from it.
 *
 * @param vars reactive power in var
 */
public record ReactivePower(long vars) {}
