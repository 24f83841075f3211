package org.wolfgate.agent.curtailment;

import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * A transaction unit at a node: so many MW of network access insured at one strike price (Deng and Oren).
 *
 * @param unit its id
 * @param quantity the insured power
 * @param strike c; empty if the unit is not insured
 */
public record InsuredTranche(String unit, ActivePower quantity, Optional<Price> strike) {}
