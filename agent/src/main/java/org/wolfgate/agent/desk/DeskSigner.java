package org.wolfgate.agent.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.Stamp;

/** Signs an issuer's messages to one substation. */
public final class DeskSigner {

    /** Long enough for a clock that is off and a message that is sent twice; then it is signed anew. */
    public static final Duration MOMENTARY = Duration.ofMinutes(2);

    private final SigningKey key;
    private final String issuer;
    private final String substation;
    private long last;

    public DeskSigner(SigningKey key, String issuer, String substation) {
        this.key = key;
        this.issuer = issuer;
        this.substation = substation;
    }

    /** Signs a message whose sequence stands in it: an order, a cancellation. */
    public byte[] sign(byte[] message, long sequence, Instant now) {
        return sign(message, sequence, now, MOMENTARY);
    }

    /** Signs a market message, with a sequence made of the time. */
    public synchronized byte[] sign(byte[] message, Instant now, Duration life) {
        last = Math.max(last + 1, now.toEpochMilli());
        return sign(message, last, now, life);
    }

    private byte[] sign(byte[] message, long sequence, Instant now, Duration life) {
        Stamp stamp = new Stamp(issuer, substation, sequence, now, now.plus(life));
        return key.sign(message, stamp).getBytes(StandardCharsets.US_ASCII);
    }
}
