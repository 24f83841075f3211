package org.wolfgate.agent.pricing.rights;

/**
 * What a node brings to its flowgates: how it loads them, and the rights that it holds.
 *
 * @param factors of the node's schedule, from the node to its hub
 * @param ledger holdings by the node's name
 */
public record GateHoldings(TransferFactors factors, RightsLedger ledger) {}
