package org.wolfgate.agent.dispatch;

/**
 * A line or transformer of the network.
 *
 * @param from index of the node where its positive flow starts
 * @param to index of the node where it ends
 * @param reactance series reactance, not zero, in any unit common to all lines
 */
public record Line(int from, int to, double reactance) {}
