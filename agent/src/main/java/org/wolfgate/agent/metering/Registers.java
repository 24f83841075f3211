package org.wolfgate.agent.metering;

import org.wolfgate.drivers.Energy;

/**
 * The two energy registers of a meter at one moment. A register that the meter has not stays at zero.
 *
 * @param exported energy injected into the grid since the register's zero
 * @param imported energy taken from the grid since the register's zero
 */
public record Registers(Energy exported, Energy imported) {}
