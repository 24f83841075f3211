package org.wolfgate.agent.uplink;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** Paho's callbacks: they enqueue and ring. The queue is bounded by our own receive maximum. */
final class Callbacks implements MqttCallback {

    private final ConcurrentLinkedQueue<WireEvent> events;
    private final Runnable bell;

    Callbacks(ConcurrentLinkedQueue<WireEvent> events, Runnable bell) {
        this.events = events;
        this.bell = bell;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        // Paho 1.2.5 drops the flag of a repetition, so nothing here claims to know one.
        InboundMessage inbound = new InboundMessage(topic, message.getPayload(), message.isRetained());
        add(new WireEvent.Arrived(message.getId(), message.getQos(), inbound));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        MqttException why = response.getException();
        int code = why == null ? response.getReturnCode() : why.getReasonCode();
        add(new WireEvent.Lost(
                "connection lost: " + (why == null ? Words.reason(code) : Words.of(why)),
                code == MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        add(new WireEvent.Lost("protocol error: " + Words.of(exception)));
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Each publish has a listener of its own.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // The dialler waits for the token.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        add(new WireEvent.Lost("the broker wants an extended authentication that this agent has not"));
    }

    private void add(WireEvent event) {
        events.add(event);
        bell.run();
    }
}
