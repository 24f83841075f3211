package org.wolfgate.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.ledger.LedgerRecord;
import org.wolfgate.agent.uplink.SequenceRange;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;

/** What the ISO lost it asks for again; what the broker cannot carry holds nobody up. */
class AskedAgainTest {

    @TempDir
    Path directory;

    @Test
    void rangeThatTheIsoAsksForComesOnceMoreThoughItWasAcknowledged() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Receiver iso = new Receiver(broker);
                Site site = new Site(directory, broker.url())) {
            site.append(30);
            site.awaitAcknowledged(30);
            iso.awaitAllUpTo(30);
            site.uplink().sendAgain(new SequenceRange(5, 9));
            Await.until("5 to 9 came again", () -> iso.arrivals().size() == 35, () -> "came " + iso.arrivals());
            List<Long> arrivals = iso.arrivals();
            for (long seq = 1; seq <= 30; seq++) {
                assertEquals(seq >= 5 && seq <= 9 ? 2 : 1, Collections.frequency(arrivals, seq), "record " + seq);
            }
            site.append(3);
            iso.awaitAllUpTo(33);
            site.awaitAcknowledged(33);
        }
    }

    @Test
    void recordLargerThanTheBrokerTakesIsSetAsideAndToldAndTheOthersGoOn() {
        try (Mosquitto broker = Mosquitto.start(directory, "max_packet_size 2000");
                Receiver iso = new Receiver(broker);
                Site site = new Site(directory, broker.url())) {
            site.append(3);
            String body = "{\"text\":\"" + "x".repeat(3000) + "\"}";
            site.ledger()
                    .append(
                            List.of(new LedgerRecord("event", "long", Instant.EPOCH, TimeQuality.HOLDOVER, body)),
                            Map.of());
            site.append(3);
            Await.until("the others came", () -> iso.arrivals().contains(7L), () -> "came " + iso.arrivals());
            Await.until(
                    "it is told",
                    () -> site.state().tooLarge() == 1,
                    () -> site.state().toString());
            assertEquals(1, site.state().records().attempts(), "the connection stays");
            site.awaitAcknowledged(3);
        }
    }
}
