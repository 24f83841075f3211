package org.wolfgate.agent.uplink;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.TimerPingSender;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Makes connections, each with a new client object, and disposes of them. */
final class Dialler {

    private static final long DISPOSAL_MILLIS = 60_000;
    private static final long ANSWER_MARGIN_MILLIS = 1000;

    private Dialler() {}

    /** Dials once; returns a standing connection or throws within the connect time-out and a little. */
    static Wire dial(WirePlan plan, Runnable bell) throws WireException {
        String doing = "connecting to " + plan.settings().broker() + " as " + plan.clientId();
        ConcurrentLinkedQueue<WireEvent> events = new ConcurrentLinkedQueue<>();
        try {
            MqttAsyncClient client = client(plan);
            client.setManualAcks(true);
            client.setCallback(new Callbacks(events, bell));
            IMqttToken token = client.connect(Options.of(plan));
            Wire wire = new Wire(client, token, events, bell);
            try {
                token.waitForCompletion(plan.settings().pace().connectTimeout().toMillis() + ANSWER_MARGIN_MILLIS);
                return wire;
            } catch (MqttException e) {
                wire.discard();
                throw e;
            }
        } catch (MqttException e) {
            throw new WireException(doing + ": " + Words.of(e), e);
        }
    }

    // The ping sender that Paho makes by itself runs on java.util.Timer, which a step of the wall clock delays.
    private static MqttAsyncClient client(WirePlan plan) throws MqttException {
        ScheduledThreadPoolExecutor pings = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "uplink-ping " + plan.clientId());
            thread.setDaemon(true);
            return thread;
        });
        pings.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        TimerPingSender sender = new TimerPingSender(pings) {
            @Override
            public void stop() {
                super.stop();
                pings.shutdown();
            }
        };
        return new MqttAsyncClient(plan.settings().broker(), plan.clientId(), new MemoryPersistence(), sender, null);
    }

    static void discard(MqttAsyncClient client, IMqttToken connecting) {
        Thread disposal = new Thread(() -> dispose(client, connecting), "uplink-disposal " + client.getClientId());
        disposal.setDaemon(true);
        disposal.start();
    }

    private static void dispose(MqttAsyncClient client, IMqttToken connecting) {
        try {
            // A client still looking up its broker's name would come back to life after being closed.
            connecting.waitForCompletion(DISPOSAL_MILLIS);
        } catch (MqttException e) {
            // It never connected, which is as good.
        }
        try {
            client.disconnectForcibly(0, 1, false);
            client.close(true);
        } catch (MqttException e) {
            // Nothing more can be done; the object is unreachable from here on.
        }
    }
}
