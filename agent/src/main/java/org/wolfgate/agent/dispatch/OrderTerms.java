package org.wolfgate.agent.dispatch;

import java.math.BigDecimal;
import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * What an order asks of the units behind one node: a cap, and the marginal strike if the ISO sent it.
 *
 * @param cap most that may run together
 * @param marginal the marginal strike; without it the units fill up to the cap
 */
public record OrderTerms(ActivePower cap, Optional<Marginal> marginal) {

    /**
     * Units below the strike run in full, those at it to the share, those above it not at all. Agents that share a node
     * need to know nothing of each other to follow it.
     *
     * @param strike marginal strike c*; empty if nothing runs
     * @param share share of the units at the marginal strike that runs, 0 to 1
     */
    public record Marginal(Optional<Price> strike, BigDecimal share) {

        public Marginal {
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("the share of an order is " + share + ": it must be from 0 to 1");
            }
        }
    }

    public OrderTerms {
        if (cap.watts() < 0) {
            throw new IllegalArgumentException("the cap of an order is " + cap + ": it must not be negative");
        }
    }
}
