package org.wolfgate.agent.uplink.sparkplug;

/** Something to publish, at QoS 0 and not retained. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Message(String topic, byte[] payload) {}
