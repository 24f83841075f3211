package org.wolfgate.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.simulate.Cable;

/** thingsboard-gateway#2124, #1483 and telegraf#802: data lost between the meter and the cloud. */
class RecordsArriveOnceTest {

    @TempDir
    Path directory;

    @Test
    void brokerAwayAtTheStart() {
        try (Mosquitto broker = Mosquitto.prepare(directory);
                Site site = new Site(directory, broker.url())) {
            site.append(30);
            Await.until(
                    "some attempts have failed", () -> site.state().records().attempts() >= 3);
            assertTrue(site.state().records().lastError().contains("connecting to " + broker.url()));
            broker.start();
            try (Receiver iso = new Receiver(broker)) {
                site.append(5);
                site.awaitAcknowledged(35);
                // The first may have come before anybody listened; what the broker acknowledged is the agent's promise.
                Await.until("the last has come", () -> iso.arrivals().contains(35L));
            }
        }
    }

    @Test
    void brokerStoppedAndStartedAgain() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Receiver iso = new Receiver(broker);
                Site site = new Site(directory, broker.url())) {
            site.append(20);
            iso.awaitAllUpTo(20);
            broker.stop();
            site.awaitLost();
            site.append(50);
            broker.start();
            iso.awaitAllUpTo(70);
            site.awaitAcknowledged(70);
        }
    }

    @Test
    void brokerKilledWithRecordsOnTheWayAndTopicAliasesAllowed() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Cable cable = Cable.to(broker.port());
                Receiver iso = new Receiver(broker);
                Site site = new Site(directory, cable.url())) {
            long written = 20;
            site.append(20);
            iso.awaitAllUpTo(written);
            for (int round = 0; round < 3; round++) {
                broker.freeze();
                site.append(40);
                Await.until("the window is full", () -> site.state().inFlight() == 16);
                broker.kill();
                cable.cut();
                site.awaitLost();
                site.append(10);
                written += 50;
                broker.start();
                iso.again(broker);
                cable.mend();
                iso.awaitAllUpTo(written);
            }
            long attempts = site.state().records().attempts();
            site.append(200);
            iso.awaitAllUpTo(written + 200);
            assertEquals(attempts, site.state().records().attempts(), "the connection stays");
        }
    }

    @Test
    void halfOpenLineIsGivenUpWhenNothingIsAcknowledged() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Cable cable = Cable.to(broker.port());
                Receiver iso = new Receiver(broker);
                Site site = new Site(directory, cable.url())) {
            site.append(10);
            iso.awaitAllUpTo(10);
            cable.mute();
            site.append(100);
            Await.until(
                    "both connections are given up",
                    () -> !site.state().records().connected()
                            && !site.state().orders().connected());
            cable.mend();
            iso.awaitAllUpTo(110);
            site.awaitAcknowledged(110);
            site.awaitConnected();
        }
    }

    @Test
    void agentStartedAgainGoesOnWhereTheMarkWas() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Receiver iso = new Receiver(broker)) {
            try (Site site = new Site(directory, broker.url())) {
                site.append(25);
                site.awaitAcknowledged(25);
            }
            try (Site site = new Site(directory, broker.url())) {
                assertEquals(25, site.ledger().acknowledged());
                site.append(5);
                iso.awaitAllUpTo(30);
                assertEquals(30, iso.arrivals().size(), "nothing was sent twice");
            }
        }
    }

    @Test
    void brokerThatTakesTwoAtATimeGetsTwoAtATime() {
        try (Mosquitto broker = Mosquitto.start(directory, "max_inflight_messages 2");
                Receiver iso = new Receiver(broker);
                Site site = new Site(directory, broker.url())) {
            site.awaitConnected();
            for (int i = 0; i < 20; i++) {
                site.append(10);
                for (int point = 0; point < 20; point++) {
                    site.uplink().publishLatest("telemetry/n" + point, new byte[200]);
                }
            }
            iso.awaitAllUpTo(200);
            assertEquals(1, site.state().records().attempts());
        }
    }

    @Test
    void recordTheBrokerRefusesIsNotTakenForDelivered() throws Exception {
        Path rules = directory.resolve("acl");
        Files.write(rules, List.of("topic write " + Site.ROOT + "/status", "topic read #"));
        try (Mosquitto broker = Mosquitto.start(directory, "acl_file " + rules);
                Site site = new Site(directory, broker.url())) {
            site.append(3);
            Await.until(
                    "the refusal is told",
                    () -> site.state().records().lastError().contains("not authorised"),
                    () -> site.state().toString());
            assertEquals(0, site.ledger().acknowledged());
        }
    }
}
