package org.wolfgate.uplink;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.simulate.Cable;

/** A client object a connection must not mean a heap of dead clients: paho.mqtt.java#551 leaked at each reconnect. */
class NothingPilesUpTest {

    private static final int CUTS = 15;

    @TempDir
    Path directory;

    @Test
    void threadsAreTheSameAfterManyCuts() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Cable cable = Cable.to(broker.port());
                Site site = new Site(directory, cable.url())) {
            site.awaitConnected();
            for (int i = 1; i <= CUTS; i++) {
                site.append(20);
                cable.cut();
                site.awaitLost();
                cable.mend();
                site.awaitAcknowledged(20L * i);
                site.awaitConnected();
            }
            // Per connection: receiver, sender, callback and ping; and the two threads of the uplink.
            Await.until("the threads of dead clients are gone", () -> ours().size() <= 10, () -> ours().toString());
        }
        Await.until("a closed uplink leaves no thread", () -> ours().isEmpty(), () -> ours().toString());
    }

    private static List<String> ours() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> !waitsForEver(thread.getValue()))
                .map(thread -> thread.getKey().getName())
                .filter(name -> name.startsWith("MQTT") || name.startsWith("uplink-"))
                .sorted()
                .toList();
    }

    /**
     * Paho's connecting thread looks every 100 ms whether the receiver runs. If the connection was cut within the first of
     * these, the receiver has come and gone, and the thread looks for ever; nothing from outside can end it.
     */
    private static boolean waitsForEver(StackTraceElement[] stack) {
        return Stream.of(stack)
                .anyMatch(frame -> frame.getClassName().endsWith(".CommsReceiver")
                        && frame.getMethodName().equals("start"));
    }
}
