package org.wolfgate.agent.desk;

import org.wolfgate.agent.dispatch.OrderTerms;

/**
 * What one node is to be ordered.
 *
 * @param terms cap and marginal strike
 * @param reason in words, for the generator
 */
public record NodeCap(String node, OrderTerms terms, String reason) {}
