package org.wolfgate.agent.pricing;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a gate contributed to a node's price.
 *
 * @param gate the gate's name
 * @param price C(L) in currency/MWh with six decimals; empty when the loading was unknown and the term dropped
 */
public record GateTerm(String gate, Optional<BigDecimal> price) {}
