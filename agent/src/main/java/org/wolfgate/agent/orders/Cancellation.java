package org.wolfgate.agent.orders;

import java.time.Instant;

/**
 * The ISO withdraws one of its orders before its end.
 *
 * @param id unique for ever, like an order's
 * @param sequence in the same series as the issuer's orders
 * @param order the id of the order withdrawn
 */
public record Cancellation(String id, long sequence, String issuer, String order, String reason, Instant issuedAt) {}
