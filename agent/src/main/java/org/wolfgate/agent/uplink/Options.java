package org.wolfgate.agent.uplink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Paho's options for a plan. What Paho would do by itself, reconnect and remember, it is told not to. */
final class Options {

    private Options() {}

    static MqttConnectionOptions of(WirePlan plan) throws WireException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        Pace pace = plan.settings().pace();
        options.setAutomaticReconnect(false);
        options.setCleanStart(plan.session().isZero());
        options.setSessionExpiryInterval(plan.session().toSeconds());
        options.setKeepAliveInterval((int) pace.keepAlive().toSeconds());
        options.setConnectionTimeout((int) pace.connectTimeout().toSeconds());
        options.setReceiveMaximum(pace.window());
        options.setMaximumPacketSize((long) InboundMessage.MOST_BYTES);
        // Paho looks topics of inbound aliases up in the wrong half of its table, so none are allowed.
        options.setTopicAliasMaximum(0);
        options.setHttpsHostnameVerificationEnabled(true);
        plan.will().ifPresent(will -> {
            options.setWill(will.topic(), new MqttMessage(will.payload(), 1, will.retained(), new MqttProperties()));
            options.setWillMessageProperties(new MqttProperties());
        });
        if (plan.settings().tls().isPresent()) {
            options.setSocketFactory(Tls.sockets(plan.settings().tls().get()));
        }
        if (plan.settings().credentials().isPresent()) {
            name(options, plan.settings().credentials().get());
        }
        return options;
    }

    private static void name(MqttConnectionOptions options, Credentials credentials) throws WireException {
        options.setUserName(credentials.user());
        try {
            String password = Files.readString(credentials.passwordFile())
                    .lines()
                    .findFirst()
                    .orElse("");
            options.setPassword(password.getBytes(UTF_8));
        } catch (IOException e) {
            throw new WireException(
                    "reading the password file " + credentials.passwordFile() + ": " + e
                            + "; check that it exists and the agent's user may read it",
                    e);
        }
    }
}
