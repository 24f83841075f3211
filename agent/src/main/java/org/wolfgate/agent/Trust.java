package org.wolfgate.agent;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.trust.MessageGate;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.agent.trust.TrustSettings;
import org.wolfgate.agent.trust.TrustStore;

/**
 * The keys that the running agent works with.
 *
 * @param gate who is let in; empty on a bench, where everybody is
 * @param key the substation's own; empty on a bench without one
 */
record Trust(Optional<MessageGate> gate, Optional<SigningKey> key) {

    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    /**
     * Reads the key files.
     *
     * @throws IllegalStateException if one cannot be used; an agent that does not know whom to believe does not start
     */
    static Trust open(SubstationConfig config) {
        TrustSettings settings = config.trust();
        try {
            Optional<SigningKey> key = Optional.empty();
            if (settings.key().isPresent()) {
                key = Optional.of(SigningKey.load(settings.key().get()));
            }
            if (!settings.signed()) {
                LOG.warn("orders are NOT signed (trust.orders: unsigned-bench): whoever reaches the broker can curtail"
                        + " this substation; for a bench only");
                return new Trust(Optional.empty(), key);
            }
            TrustStore store = TrustStore.load(settings.issuers());
            String substation = config.settings().substation();
            return new Trust(Optional.of(new MessageGate(substation, store, settings.issuers())), key);
        } catch (TrustException e) {
            throw new IllegalStateException(e.text(), e);
        }
    }
}
