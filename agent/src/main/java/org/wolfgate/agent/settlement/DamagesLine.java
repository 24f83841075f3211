package org.wolfgate.agent.settlement;

import org.wolfgate.agent.money.Money;
import org.wolfgate.drivers.Energy;

/**
 * Liquidated damages for an interval.
 *
 * @param shortfall energy that was due and not delivered, above zero
 * @param amount below zero the node pays
 */
public record DamagesLine(DamagesTerms terms, Energy shortfall, Money amount) {}
