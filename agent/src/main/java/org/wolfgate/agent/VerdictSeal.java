package org.wolfgate.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustStore;
import org.wolfgate.agent.trust.Verification;
import org.wolfgate.agent.trust.Verification.Rejected;
import org.wolfgate.agent.trust.Verification.Verified;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;

/**
 * The substation's signature on its verdicts. The last member of a verdict, {@code signature}, is a JWS with
 * detached payload (RFC 7515, appendix F) over the text before it, so that every byte counts and no rule for rewriting
 * JSON is needed.
 */
public final class VerdictSeal {

    private static final String SIGNATURE = ",\"signature\":\"";
    private static final String END = "\"}";

    private final String substation;
    private final Optional<SigningKey> key;

    VerdictSeal(String substation, Optional<SigningKey> key) {
        this.substation = substation;
        this.key = key;
    }

    /** What a check found. */
    public sealed interface Finding {}

    /**
     * The verdict is the substation's own and nobody changed it.
     *
     * @param signer whose key signed it
     */
    public record Genuine(String signer, String keyId, ObjectNode verdict) implements Finding {}

    /** It is not what it says. */
    public record Doubtful(String reason) implements Finding {}

    /** A verdict with its substation and, where there is a key, the signature. */
    String seal(String verdict) {
        String text = verdict.substring(0, verdict.length() - 1) + ",\"substation\":\"" + substation + "\"}";
        return key.map(signing -> text.substring(0, text.length() - 1) + SIGNATURE + detached(signing, text) + END)
                .orElse(text);
    }

    /**
     * Checks a verdict offline.
     *
     * @param record the verdict byte for byte as it came, or the record message around it
     * @param store the substation's public keys, as those of a party with the substation's name
     */
    public static Finding check(String record, TrustStore store, Instant now) {
        String verdict = body(record.strip());
        int at = verdict.lastIndexOf(SIGNATURE);
        if (at < 0 || !verdict.endsWith(END)) {
            return new Doubtful("it carries no signature");
        }
        String signed = verdict.substring(0, at) + "}";
        String token = verdict.substring(at + SIGNATURE.length(), verdict.length() - END.length());
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(signed.getBytes(StandardCharsets.UTF_8));
        Verification verification = store.verify(token.replaceFirst("\\.\\.", "." + payload + "."), now);
        if (verification instanceof Rejected no) {
            return new Doubtful(no.reason());
        }
        Verified verified = (Verified) verification;
        if (!Arrays.equals(verified.payload(), signed.getBytes(StandardCharsets.UTF_8))) {
            return new Doubtful("its text is not the text that was signed");
        }
        try {
            ObjectNode read = Json.read(verified.payload());
            return read.path("substation").asText().equals(verified.issuer())
                    ? new Genuine(verified.issuer(), verified.keyId(), read)
                    : new Doubtful("it is signed by " + verified.issuer() + " and speaks for another substation");
        } catch (MessageException e) {
            return new Doubtful("what was signed is no verdict: " + e.text());
        }
    }

    private static String detached(SigningKey signing, String text) {
        String token = signing.sign(text.getBytes(StandardCharsets.UTF_8));
        return token.substring(0, token.indexOf('.')) + "." + token.substring(token.lastIndexOf('.'));
    }

    /** The body of a record message is its last member; anything else is taken for the verdict itself. */
    private static String body(String text) {
        int at = text.indexOf("\"body\":");
        return text.startsWith("{\"schema\":\"wolfgate/record/1\"") && at > 0 && text.endsWith("}")
                ? text.substring(at + "\"body\":".length(), text.length() - 1)
                : text;
    }
}
