package org.wolfgate.agent.curtailment.flowgate;

import org.wolfgate.drivers.ActivePower;

/**
 * What the local flowgates leave to a node.
 *
 * @param why in words, for the generator
 */
public record LocalCap(ActivePower cap, String why) {}
