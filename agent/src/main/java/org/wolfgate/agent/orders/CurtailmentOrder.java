package org.wolfgate.agent.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * The ISO's order that one injection node stays at or below a cap for a time.
 *
 * @param id unique for ever; a second message with the same id is the same order
 * @param sequence rises with every order and cancellation of one issuer; orders the ISO's intentions
 * @param issuer who ordered
 * @param node the injection node
 * @param cap highest net injection at the node, in force from {@code start}
 * @param strike the marginal strike price c*: dearer units stand, cheaper run; absent if nothing may run or the ISO
 *     gives the cap alone
 * @param share the part of the units at exactly c* that runs, 0 to 1; absent together with {@code strike}
 * @param start from when, inclusive
 * @param end until when, exclusive; every order ends
 * @param complyWithin how long after coming into force the meter must see the cap kept
 * @param reason the ISO's reason in words, passed on to the generator
 * @param issuedAt when the ISO made it
 */
public record CurtailmentOrder(
        String id,
        long sequence,
        String issuer,
        String node,
        ActivePower cap,
        Optional<Price> strike,
        Optional<BigDecimal> share,
        Instant start,
        Instant end,
        Duration complyWithin,
        String reason,
        Instant issuedAt) {

    /** Whether the window {@code [start, end)} covers the instant. */
    public boolean covers(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
