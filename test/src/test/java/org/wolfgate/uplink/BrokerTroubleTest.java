package org.wolfgate.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.uplink.SequenceRange;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Program;
import org.wolfgate.simulate.Cable;

/** A broker that is there and does not do what one would like. */
class BrokerTroubleTest {

    private static final int METERS = 8;
    private static final int INTERVALS_OF_A_DAY = 288;

    @TempDir
    Path directory;

    /** thingsboard-gateway#877: slow is not dead; a connection that moves is kept. */
    @Test
    void slowLineIsKeptAndCarriesEverything() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Cable cable = Cable.to(broker.port());
                Receiver iso = new Receiver(broker);
                Site site = new Site(directory, cable.url())) {
            site.awaitConnected();
            cable.slow();
            for (int i = 0; i < 10; i++) {
                site.append(10);
                site.uplink().publishLatest("telemetry/n1", new byte[400]);
            }
            iso.awaitAllUpTo(100);
            site.awaitAcknowledged(100);
            assertEquals(1, site.state().records().attempts(), "the connection stays");
        }
    }

    /** thingsboard-gateway#1483: a store that was full once never recovered. */
    @Test
    void brokerWhoseQueueIsFullLosesRecordsForTheIsoWhichAsksForThemAgain() {
        try (Mosquitto broker = Mosquitto.start(directory, "max_queued_messages 10", "max_inflight_messages 5");
                Receiver iso = new Receiver(broker);
                Site site = new Site(directory, broker.url())) {
            site.append(5);
            iso.awaitAllUpTo(5);
            iso.leave();
            site.append(100);
            site.awaitAcknowledged(105);
            iso.again(broker);
            site.append(1);
            Await.until("the newest is there", () -> iso.arrivals().contains(106L));
            assertTrue(new HashSet<>(iso.arrivals()).size() < 106, "the broker has dropped some: " + iso.arrivals());
            for (long first = 6; first <= 105; first += 10) {
                long upTo = first + 9;
                site.uplink().sendAgain(new SequenceRange(first, upTo));
                Await.until("they came again", () -> iso.arrivals().contains(upTo));
            }
            iso.awaitAllUpTo(106);
        }
    }

    /** A broker that has no place for another client. */
    @Test
    void brokerWithAllItsConnectionsTakenIsTriedUntilThereIsOneFree() {
        try (Mosquitto broker = Mosquitto.start(directory, "max_connections 1");
                Program occupier = broker.subscriber("occupier", "nothing", "%p");
                Site site = new Site(directory, broker.url())) {
            site.append(10);
            Await.until(
                    "a connection is tried in vain",
                    () -> site.state().records().attempts()
                                    + site.state().orders().attempts()
                            >= 4,
                    () -> site.state().toString());
            occupier.kill();
            site.awaitConnected();
            site.awaitAcknowledged(10);
        }
    }

    /** telegraf#802: a day without uplink. The ledger is real, the day passes in its stamps. */
    @Test
    void dayOfOutageArrivesOnceAndDoesNotHoldUpWhatIsNew() {
        int day = METERS * INTERVALS_OF_A_DAY;
        try (Mosquitto broker = Mosquitto.start(directory);
                Receiver iso = new Receiver(broker);
                Site site = new Site(directory, broker.url())) {
            site.append(METERS);
            iso.awaitAllUpTo(METERS);
            broker.stop();
            site.awaitLost();
            for (int edge = 0; edge < INTERVALS_OF_A_DAY; edge++) {
                site.append(METERS);
            }
            broker.start();
            iso.again(broker);
            site.awaitConnected();
            long border = site.ledger().last();
            site.append(METERS);
            site.awaitAcknowledged(day + 2L * METERS);
            iso.awaitAllUpTo(day + 2L * METERS);
            List<Long> arrivals = iso.arrivals();
            List<Integer> places = IntStream.range(0, arrivals.size())
                    .filter(place -> arrivals.get(place) > border)
                    .boxed()
                    .toList();
            int span = places.get(places.size() - 1) - places.get(0);
            assertTrue(span <= 2 * METERS + 16, "between the new ones there is one old each: " + span);
        }
    }
}
