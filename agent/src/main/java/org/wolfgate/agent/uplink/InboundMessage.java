package org.wolfgate.agent.uplink;

import java.nio.charset.StandardCharsets;

/**
 * Something the ISO sent. It may come more than once: what it says, not this, tells a repetition.
 *
 * @param topic where it was published
 * @param payload what was published, at most {@link #MOST_BYTES}; the broker withholds what is larger
 * @param retained whether it is the last of its topic, kept by the broker, rather than new
 */
@SuppressWarnings("ArrayRecordComponent") // a message is never compared
public record InboundMessage(String topic, byte[] payload, boolean retained) {

    /** The largest packet that is taken in, in bytes. */
    public static final int MOST_BYTES = 256 * 1024;

    /** The payload as UTF-8; bytes that are none become the replacement character. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
