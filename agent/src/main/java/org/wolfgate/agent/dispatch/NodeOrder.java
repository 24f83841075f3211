package org.wolfgate.agent.dispatch;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a dispatch asks of one node: run every unit with an effective strike below {@code strike} in full, those at it to
 * {@code share}, none above; or, the same said as a safety net, stay below {@code cap}.
 *
 * @param node index of the injection node
 * @param destination index of the destination zone, in {@link Mode#FIRM} only
 * @param strike marginal strike c* in currency/MWh, the strike of a block and not a dual price; empty if nothing runs
 * @param share share f of the marginal strike's MW that runs, 0 to 1
 * @param cap MW that run at the node
 */
public record NodeOrder(int node, OptionalInt destination, OptionalDouble strike, double share, double cap) {}
