package org.wolfgate.agent.uplink;

import java.util.List;
import java.util.Optional;

/**
 * Where the uplink goes.
 *
 * @param broker {@code tcp://host:port}, or {@code ssl://host:port}
 * @param clientId the agent's fixed client id; the inbound connection adds {@code -orders}
 * @param topicRoot what every topic of this agent begins with, without a slash at the end
 * @param inbound topic filters of orders and market data, in full
 * @param credentials user and password file, where the broker wants them
 * @param pace how patient to be
 * @param tls certificates; where there are none, {@code ssl} goes by the JDK's trust store
 */
public record UplinkSettings(
        String broker,
        String clientId,
        String topicRoot,
        List<String> inbound,
        Optional<Credentials> credentials,
        Pace pace,
        Optional<TlsFiles> tls) {

    /** Without certificates of its own. */
    public UplinkSettings(
            String broker,
            String clientId,
            String topicRoot,
            List<String> inbound,
            Optional<Credentials> credentials,
            Pace pace) {
        this(broker, clientId, topicRoot, inbound, credentials, pace, Optional.empty());
    }

    public UplinkSettings {
        inbound = List.copyOf(inbound);
        if (!broker.matches("(tcp|ssl)://[^\\s/:]+:[0-9]{1,5}")
                && !broker.matches("(tcp|ssl)://\\[[0-9a-fA-F:]+]:[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "the broker reads like tcp://broker.example:1883 or ssl://broker.example:8883, not " + broker);
        }
        if (topicRoot.isEmpty() || topicRoot.endsWith("/") || topicRoot.matches(".*[+#\\p{Cntrl}].*")) {
            throw new IllegalArgumentException(
                    "a topic root has no slash at its end and neither + nor # in it, unlike \"" + topicRoot + "\"");
        }
    }
}
