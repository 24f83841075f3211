package org.wolfgate.agent.uplink;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker over one Paho client object, used once and thrown away.
 *
 * <p>Paho 1.2.5 is a wire only: a client that has lost its connection with a publish on its way never gets well again
 * (eclipse-paho/paho.mqtt.java#1104), and a call that waits inside a callback locks it up (#999). So callbacks only
 * enqueue, and nothing outlives the connection. All methods are for the one thread that owns the connection.
 */
final class Wire {

    /** The tag of what is published for others than the ISO: a broker that refuses it does not end the connection. */
    static final long FOR_OTHERS = -1;

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final int DEFAULT_RECEIVE_MAXIMUM = 65_535;

    private final MqttAsyncClient client;
    private final IMqttToken connected;
    private final ConcurrentLinkedQueue<WireEvent> events;
    private final Runnable bell;
    private final AtomicInteger onTheWay = new AtomicInteger();

    Wire(MqttAsyncClient client, IMqttToken connected, ConcurrentLinkedQueue<WireEvent> events, Runnable bell) {
        this.client = client;
        this.connected = connected;
        this.events = events;
        this.bell = bell;
    }

    /** Whether the broker remembered this client's session. */
    boolean sessionPresent() {
        return connected.getSessionPresent();
    }

    /** How many publishes the broker takes before it has acknowledged the first. */
    int receiveMaximum() {
        MqttProperties answer = connected.getResponseProperties();
        Integer stated = answer == null ? null : answer.getReceiveMaximum();
        return stated == null ? DEFAULT_RECEIVE_MAXIMUM : stated;
    }

    /** The largest packet that the broker takes, in bytes. */
    long maximumPacketSize() {
        MqttProperties answer = connected.getResponseProperties();
        Long stated = answer == null ? null : answer.getMaximumPacketSize();
        return stated == null ? Long.MAX_VALUE : stated;
    }

    /** Publishes that were handed over and are not done. */
    int onTheWay() {
        return onTheWay.get();
    }

    /** Whether one more publish is within the broker's limit; past it Paho throws and its aliases are out of step. */
    boolean hasRoom() {
        return onTheWay.get() < receiveMaximum();
    }

    /** What happened since the last call, oldest first. */
    Optional<WireEvent> poll() {
        return Optional.ofNullable(events.poll());
    }

    /** Publishes; {@link WireEvent.Done} with this tag follows, or {@link WireEvent.Lost}. */
    void publish(String topic, byte[] payload, int qos, boolean retained, long tag) throws WireException {
        MqttMessage message = new MqttMessage(payload, qos, retained, new MqttProperties());
        onTheWay.incrementAndGet();
        try {
            client.publish(topic, message, null, new Completion(topic, tag));
        } catch (MqttException e) {
            throw new WireException("publishing to " + topic + ": " + Words.of(e), e);
        }
    }

    /** Subscribes at QoS 1; retained messages come only if the broker did not know the subscription. */
    void subscribe(List<String> filters, long timeoutMillis) throws WireException {
        MqttSubscription[] wanted = filters.stream().map(Wire::subscription).toArray(MqttSubscription[]::new);
        try {
            IMqttToken token = client.subscribe(wanted, null, null, new MqttProperties());
            token.waitForCompletion(timeoutMillis);
            for (int code : Optional.ofNullable(token.getReasonCodes()).orElse(new int[0])) {
                if (code >= MqttReturnCode.RETURN_CODE_UNSPECIFIED_ERROR) {
                    throw new WireException("subscribing to " + filters + ": the broker refuses (" + Words.reason(code)
                            + "); check its access list");
                }
            }
        } catch (MqttException e) {
            throw new WireException("subscribing to " + filters + ": " + Words.of(e), e);
        }
    }

    private static MqttSubscription subscription(String filter) {
        MqttSubscription subscription = new MqttSubscription(filter, 1);
        subscription.setRetainHandling(1);
        return subscription;
    }

    /** Tells the broker that a message is safely stored. */
    void acknowledge(WireEvent.Arrived arrived) throws WireException {
        try {
            client.messageArrivedComplete(arrived.id(), arrived.qos());
        } catch (MqttException e) {
            throw new WireException(
                    "acknowledging a message on " + arrived.message().topic() + ": " + Words.of(e), e);
        }
    }

    /** Says goodbye, so that the broker does not publish the will, and lets go. */
    void farewell(long timeoutMillis) {
        try {
            client.disconnect(0L, null, null, MqttReturnCode.RETURN_CODE_SUCCESS, new MqttProperties())
                    .waitForCompletion(timeoutMillis);
        } catch (MqttException e) {
            // The connection is gone already; there is nobody to say goodbye to.
        }
        discard();
    }

    /** Lets go without a word, on a thread of its own: Paho's close may hang, the uplink must not. */
    void discard() {
        Dialler.discard(client, connected);
    }

    private final class Completion implements MqttActionListener {

        private final String topic;
        private final long tag;

        Completion(String topic, long tag) {
            this.topic = topic;
            this.tag = tag;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            onTheWay.decrementAndGet();
            int[] codes = token.getReasonCodes();
            boolean refused =
                    codes != null && codes.length > 0 && codes[0] >= MqttReturnCode.RETURN_CODE_UNSPECIFIED_ERROR;
            if (refused && tag == FOR_OTHERS) {
                LOG.warn(
                        "publishing to {}: the broker refuses ({}); check its access list",
                        topic,
                        Words.reason(codes[0]));
                events.add(new WireEvent.Done(tag));
            } else if (refused) {
                events.add(new WireEvent.Lost("publishing to " + topic + ": the broker refuses ("
                        + Words.reason(codes[0]) + "); check its access list and quota"));
            } else {
                events.add(new WireEvent.Done(tag));
            }
            bell.run();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable why) {
            onTheWay.decrementAndGet();
            events.add(new WireEvent.Lost("publishing to " + topic + ": " + Words.of(why)));
            bell.run();
        }
    }
}
