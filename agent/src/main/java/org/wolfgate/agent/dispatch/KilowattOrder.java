package org.wolfgate.agent.dispatch;

import java.util.OptionalInt;

/**
 * An order as it is sent: prices in ticks, the cap in whole kW.
 *
 * @param node index of the injection node
 * @param destination index of the destination zone, in {@link Mode#FIRM} only
 * @param terms cap and marginal strike
 */
public record KilowattOrder(int node, OptionalInt destination, OrderTerms terms) {}
