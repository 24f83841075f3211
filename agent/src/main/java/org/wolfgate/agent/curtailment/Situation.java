package org.wolfgate.agent.curtailment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/**
 * All that decides which cap is in force on a node.
 *
 * @param rating the node's own
 * @param order the order in force by the book
 * @param local limits of this substation's own equipment
 * @param lastGood when each thing that the node needs last gave a good word; since the start of the agent at the earliest,
 *     for its own absence is nobody's silence
 * @param silent whether the ISO has been silent for so long that the end of an order may be for want of its renewal; the
 *     absence of the agent counts here
 */
public record Situation(
        ActivePower rating,
        Optional<CurtailmentOrder> order,
        List<LocalLimit> local,
        Map<Dependency, Instant> lastGood,
        boolean silent) {

    /** A limit that needs no order, and its reason for the generator. */
    public record LocalLimit(ActivePower cap, String why) {}
}
