package org.wolfgate.agent.uplink;

/**
 * What else goes out with a record, to somebody who may not read records.
 *
 * @param topicSuffix below the substation's root
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutboxCopy(String topicSuffix, byte[] payload) {}
