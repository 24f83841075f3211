package org.wolfgate.drivers;

/**
 * A measured voltage in whole millivolts, the mean of what a meter shows of its phases.
 *
 * @param millivolts voltage in mV
 */
public record GridVoltage(long millivolts) {}
