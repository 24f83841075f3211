package org.wolfgate.uplink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Program;
import org.wolfgate.simulate.Cable;

/** What others see of the agent's coming and going. */
class PresenceTest {

    @TempDir
    Path directory;

    @Test
    void lastWillSpeaksForAnAgentThatVanishes() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Cable cable = Cable.to(broker.port());
                Program watcher = broker.subscriber("watcher", Site.ROOT + "/status", "%r %p");
                Site site = new Site(directory, cable.url())) {
            site.awaitConnected();
            watcher.awaitLine("online is said", line -> line.contains("\"state\":\"online\""));
            cable.cut();
            watcher.awaitLine("the will is said", line -> line.contains("\"reason\":\"connection lost\""));
        }
    }

    @Test
    void agentThatStopsSaysSoAndItIsKept() {
        try (Mosquitto broker = Mosquitto.start(directory)) {
            try (Site site = new Site(directory, broker.url())) {
                site.awaitConnected();
            }
            try (Program late = broker.subscriber("late", Site.ROOT + "/status", "%r %p")) {
                late.awaitLine("stopped, retained", line -> line.startsWith("1 ") && line.contains("agent stopped"));
            }
        }
    }

    @Test
    void retainedDocumentsAreSaidAgainToABrokerThatForgot() {
        try (Mosquitto broker = Mosquitto.start(directory, "persistence false");
                Site site = new Site(directory, broker.url())) {
            site.uplink().publishRetained("inventory", "{\"meters\":20}".getBytes(UTF_8));
            site.awaitConnected();
            broker.kill();
            site.awaitLost();
            broker.start();
            site.awaitConnected();
            try (Program watcher = broker.subscriber("watcher", Site.ROOT + "/inventory", "%p")) {
                watcher.awaitLine("the inventory is there", line -> line.equals("{\"meters\":20}"));
            }
        }
    }

    @Test
    void telemetryCarriesTheNewestValueAndNothingOldAfterAnOutage() {
        try (Mosquitto broker = Mosquitto.start(directory);
                Cable cable = Cable.to(broker.port());
                Program watcher = broker.subscriber("watcher", Site.ROOT + "/telemetry/#", "%p");
                Site site = new Site(directory, cable.url())) {
            site.awaitConnected();
            site.uplink().publishLatest("telemetry/n1", "first".getBytes(UTF_8));
            watcher.awaitLine("telemetry flows", line -> line.equals("first"));
            cable.cut();
            site.awaitLost();
            site.uplink().publishLatest("telemetry/n1", "while away".getBytes(UTF_8));
            cable.mend();
            site.awaitConnected();
            site.uplink().publishLatest("telemetry/n1", "back".getBytes(UTF_8));
            watcher.awaitLine("telemetry flows again", line -> line.equals("back"));
            if (watcher.lines().contains("while away")) {
                throw new AssertionError("stale telemetry was sent: " + watcher.lines());
            }
        }
    }
}
