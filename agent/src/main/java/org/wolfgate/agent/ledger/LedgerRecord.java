package org.wolfgate.agent.ledger;

import java.time.Instant;
import java.util.regex.Pattern;
import org.wolfgate.agent.clock.TimeQuality;

/**
 * A fact to be kept for good.
 *
 * @param kind what it is: {@code interval}, {@code order}, {@code verdict}, {@code statement}, {@code event} ...;
 *     lower-case letters, digits and dashes, for it becomes a level of the topic
 * @param key the natural key within the kind, such as node, interval start and version; no control characters
 * @param at the agent's time when it became true, kept to the millisecond
 * @param timeQuality how far {@code at} can be trusted
 * @param body one JSON value; its text is kept and hashed exactly as given
 */
public record LedgerRecord(String kind, String key, Instant at, TimeQuality timeQuality, String body) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public LedgerRecord {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "a record's kind is lower-case letters, digits and dashes, not \"" + kind + "\"");
        }
        if (key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a record's key must hold no control characters: kind " + kind);
        }
    }
}
