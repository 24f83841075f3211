package org.wolfgate.agent.trust;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wolfgate.agent.trust.Verification.Rejected;
import org.wolfgate.agent.trust.Verification.Verified;

/**
 * Decides whose messages get in. What passes is signed by a trusted issuer, made for this substation, and not too old;
 * whether its sequence is new, the rules decide.
 */
public final class MessageGate {

    /** How far an issuer's clock may run ahead of ours. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

    private final String substation;
    private final TrustStore store;
    private final Map<String, Rights> rights;

    /** What the gate decided. */
    public sealed interface Decision {}

    /**
     * Let in.
     *
     * @param stamp who speaks, and the place of the message in the sequence
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Admitted(Stamp stamp, Rights rights, byte[] payload) implements Decision {}

    /**
     * Kept out.
     *
     * @param payload of a message that is authentic and refused for another reason, so that its sender can be told
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Denied(Cause cause, String reason, Optional<byte[]> payload) implements Decision {}

    /** Why a message is kept out. */
    public enum Cause {
        NOT_AUTHENTIC,
        OTHER_SUBSTATION,
        TOO_OLD,
        FUTURE_DATED
    }

    public MessageGate(String substation, TrustStore store, List<Issuer> issuers) {
        this.substation = substation;
        this.store = store;
        this.rights = issuers.stream().collect(Collectors.toMap(Issuer::name, Issuer::rights));
    }

    /**
     * Looks at a message.
     *
     * @param longestLife for how long after it was issued a message of this kind may be acted on
     */
    public Decision check(byte[] message, Duration longestLife, Instant now) {
        Verification verification = store.verify(new String(message, StandardCharsets.UTF_8), now);
        if (verification instanceof Rejected no) {
            return new Denied(Cause.NOT_AUTHENTIC, no.reason(), Optional.empty());
        }
        Verified verified = (Verified) verification;
        Optional<Stamp> stamp = verified.stamp().filter(s -> s.issuer().equals(verified.issuer()));
        if (stamp.isEmpty()) {
            String reason = "signed by " + verified.issuer()
                    + ", but its header does not say so with iss, aud, seq, iat and exp";
            return new Denied(Cause.NOT_AUTHENTIC, reason, Optional.empty());
        }
        Function<Objection, Decision> deny = no -> new Denied(no.cause(), no.reason(), Optional.of(verified.payload()));
        return objection(stamp.get(), longestLife, now)
                .map(deny)
                .orElseGet(() -> new Admitted(stamp.get(), rightsOf(verified.issuer()), verified.payload()));
    }

    private record Objection(Cause cause, String reason) {}

    private Optional<Objection> objection(Stamp stamp, Duration longestLife, Instant now) {
        if (!stamp.substation().equals(substation)) {
            return Optional.of(new Objection(
                    Cause.OTHER_SUBSTATION,
                    "made for substation '" + stamp.substation() + "', this is '" + substation + "'"));
        }
        if (stamp.issuedAt().isAfter(now.plus(CLOCK_TOLERANCE))) {
            return Optional.of(new Objection(Cause.FUTURE_DATED, "signed at " + stamp.issuedAt() + ", it is " + now));
        }
        Instant end = stamp.issuedAt().plus(longestLife);
        Instant expires = stamp.expiresAt().isBefore(end) ? stamp.expiresAt() : end;
        if (!now.isBefore(expires)) {
            return Optional.of(new Objection(
                    Cause.TOO_OLD,
                    "signed at " + stamp.issuedAt() + " and good until " + expires + ", it is " + now
                            + "; sign and send it again"));
        }
        return Optional.empty();
    }

    private Rights rightsOf(String issuer) {
        return rights.getOrDefault(issuer, Rights.NONE);
    }
}
