package org.wolfgate.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.uplink.InboundHandler;
import org.wolfgate.agent.uplink.InboundMessage;
import org.wolfgate.agent.uplink.Standing;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;

/** A card was copied, or a spare controller was switched on: two agents with one identity, each with its own ledger. */
class TwoAgentsTest {

    @TempDir
    Path directory;

    @Test
    void secondWithTheSameClientIdRefusesAndTheIsoHearsOnlyTheFirst() {
        Notes noted = new Notes();
        try (Mosquitto broker = Mosquitto.start(directory);
                Receiver iso = new Receiver(broker);
                Site first = new Site(directory.resolve("one"), broker.url())) {
            first.append(5);
            iso.awaitAllUpTo(5);
            try (Site second = new Site(directory.resolve("two"), broker.url(), noted)) {
                second.append(7);
                Await.until("the second refuses", () -> noted.what().contains("identity refused"), noted::toString);
                first.append(20);
                iso.awaitAllUpTo(25);
                assertEquals(List.of(first.boot()), iso.boots(), "nothing of the second went out");
                second.append(7);
                assertEquals(14, second.ledger().last(), "its ledger goes on");
                assertEquals(0, second.ledger().acknowledged());
            }
        }
    }

    @Test
    void secondWithAnotherClientIdIsAnsweredByTheFirstAndRefuses() {
        Notes heardByFirst = new Notes();
        Notes heardBySecond = new Notes();
        try (Mosquitto broker = Mosquitto.start(directory);
                Receiver iso = new Receiver(broker);
                Site first = new Site(directory.resolve("one"), broker.url(), heardByFirst)) {
            first.append(5);
            iso.awaitAllUpTo(5);
            try (Site second = new Site(directory.resolve("two"), broker.url(), "spare", heardBySecond)) {
                second.append(3);
                Await.until(
                        "the second refuses",
                        () -> heardBySecond.what().contains("identity refused"),
                        heardBySecond::toString);
                assertTrue(heardBySecond.toString().contains("on machine one"), "it names the first's machine");
                Await.until("the first tells", () -> heardByFirst.what().contains("identity contested"));
                assertEquals(1, first.state().records().attempts(), "the first was not disturbed");
                first.append(5);
                iso.awaitAllUpTo(10);
                assertEquals(List.of(first.boot()), iso.boots());
            }
        }
    }

    @Test
    void refusedAgentTakesOverWhenTheFirstHasLeft() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Receiver iso = new Receiver(broker)) {
            Site first = new Site(directory.resolve("one"), broker.url());
            try (Site second = secondRefusedBy(first, broker)) {
                second.append(3);
                first.close();
                second.awaitAcknowledged(3);
                Await.until("it speaks", () -> iso.boots().contains(second.boot()));
            }
        }
    }

    private Site secondRefusedBy(Site first, Mosquitto broker) {
        first.awaitConnected();
        Site second = new Site(directory.resolve("two"), broker.url(), "spare", message -> {});
        Await.until("the second refuses", () -> second.state().identity() == Standing.REFUSED);
        return second;
    }

    @Test
    void claimOfADeadMachineIsTakenOverByItsReplacementWithAnEmptyLedger() {
        Notes noted = new Notes();
        try (Mosquitto broker = Mosquitto.start(directory);
                Receiver iso = new Receiver(broker)) {
            broker.publish(
                    Site.ROOT + "/claim",
                    "{\"schema\":\"wolfgate/claim/1\",\"substation\":\"riverside\",\"boot\":\"gone\",\"host\":\"old\","
                            + "\"generation\":4}",
                    "-r");
            try (Site replacement = new Site(directory.resolve("new"), broker.url(), noted)) {
                replacement.append(3);
                iso.awaitAllUpTo(3);
                assertTrue(noted.toString().contains("boot gone on machine old did not answer"), noted.toString());
            }
        }
    }

    /** What an agent wants on its record. */
    private static final class Notes implements InboundHandler {

        private final List<String> what = new CopyOnWriteArrayList<>();
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void take(InboundMessage message) {
            throw new IllegalStateException("nobody sends orders here: " + message.topic());
        }

        @Override
        public void noted(String kind, String detail) {
            all.add(kind + ": " + detail);
            what.add(kind);
        }

        List<String> what() {
            return what;
        }

        @Override
        public String toString() {
            return all.toString();
        }
    }
}
