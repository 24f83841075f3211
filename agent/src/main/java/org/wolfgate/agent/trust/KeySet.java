package org.wolfgate.agent.trust;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The public keys of one party, as a JSON Web Key Set (RFC 7517). While a party changes its key the set holds both; the
 * member {@code exp} of the older one, in seconds since 1970, says until when it is still believed.
 *
 * @param keys the newest last
 */
public record KeySet(List<VerifyingKey> keys) {

    private static final String UNTIL = "exp";

    public KeySet {
        keys = List.copyOf(keys);
    }

    public static KeySet of(SigningKey key) {
        return new KeySet(List.of(key.verifying()));
    }

    /**
     * Reads a set.
     *
     * @throws TrustException if there is no such file or it holds anything but public Ed25519 keys
     */
    public static KeySet load(Path file) throws TrustException {
        try {
            return parse(KeyFiles.readPublic(file));
        } catch (JoseException | RuntimeException e) {
            throw new TrustException(
                    "reading the keys " + file + ": not a JSON Web Key Set (" + e.getMessage() + ")", e);
        }
    }

    /** Writes the set in place of what was there. */
    public void save(Path file) throws TrustException {
        KeyFiles.writePublic(file, json());
    }

    /** The set with a successor: every older key is believed until the end of the overlap and no longer. */
    public KeySet succeededBy(VerifyingKey next, Instant endOfOverlap) {
        List<VerifyingKey> all = new ArrayList<>();
        keys.forEach(key -> all.add(
                key.until().filter(end -> end.isBefore(endOfOverlap)).isPresent() ? key : key.until(endOfOverlap)));
        all.add(next);
        return new KeySet(all);
    }

    Optional<VerifyingKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private String json() {
        return "{\"keys\":[" + keys.stream().map(KeySet::member).collect(Collectors.joining(",\n ")) + "]}";
    }

    private static String member(VerifyingKey key) {
        try {
            Map<String, Object> members = new LinkedHashMap<>(JsonUtil.parseJson(key.jwk()));
            members.put("kid", key.id());
            key.until().ifPresent(end -> members.put(UNTIL, end.getEpochSecond()));
            return JsonUtil.toJson(members);
        } catch (JoseException e) {
            throw new IllegalStateException("a key that was read before is no JSON", e);
        }
    }

    private static KeySet parse(String text) throws JoseException, TrustException {
        if (!(JsonUtil.parseJson(text).get("keys") instanceof List<?> members) || members.isEmpty()) {
            throw new JoseException("no member 'keys' with at least one key");
        }
        List<VerifyingKey> keys = new ArrayList<>();
        for (Object member : members) {
            if (!(member instanceof Map<?, ?> each)) {
                throw new JoseException("a key that is no object");
            }
            keys.add(key(each));
        }
        return new KeySet(keys);
    }

    private static VerifyingKey key(Map<?, ?> member) throws TrustException {
        Map<String, Object> members = new LinkedHashMap<>();
        member.forEach((name, value) -> members.put(String.valueOf(name), value));
        if (members.containsKey("d")) {
            throw new TrustException("a private key among public ones; give away the .jwks file only");
        }
        Optional<Instant> until = members.remove(UNTIL) instanceof Long seconds
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
        OctetKeyPairJsonWebKey key = Jose.key(members);
        return new VerifyingKey(Jose.id(key), Jose.publicJson(key), until);
    }
}
