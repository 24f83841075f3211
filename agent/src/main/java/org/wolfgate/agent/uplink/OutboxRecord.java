package org.wolfgate.agent.uplink;

import java.time.Instant;

/**
 * A durable record on its way to the ISO.
 *
 * @param seq its place in the ledger: 1, 2, 3 ... without a gap
 * @param boot the run of the agent that wrote it
 * @param kind what it is, a level of the topic
 * @param key the natural key within the kind
 * @param at the agent's time when it became true
 * @param timeQuality how far {@code at} can be trusted
 * @param hash 64 hex digits, the record's link in the chain
 * @param body JSON, sent exactly as it stands here
 */
public record OutboxRecord(
        long seq, String boot, String kind, String key, Instant at, String timeQuality, String hash, String body) {}
