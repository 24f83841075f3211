package org.wolfgate.agent.pricing;

/**
 * How a node loads a gate.
 *
 * @param gate the gate and its price curve
 * @param factor h, the change of the gate's flow per MW injected at the node
 */
public record GateShare(Flowgate gate, PerUnit factor) {}
