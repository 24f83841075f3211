package org.wolfgate.uplink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.TlsFiles;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Peer;

/** TLS with client certificates, against a mosquitto that wants them; the certificates are openssl's. */
class TlsTest {

    @TempDir
    Path folder;

    @Test
    void aClientWithACertificateOfTheRightAuthorityIsLetInAndHearsItself() {
        authority("ca");
        certificate("ca", "broker");
        certificate("ca", "agent");
        try (Mosquitto broker = broker();
                DeskLink link = link(broker, new TlsFiles(pem("ca"), pem("agent"), key("agent")), "all/#")) {
            link.publish("all/a", "hello".getBytes(UTF_8), false).join();
            Await.until(
                    "the broker knows the client by its certificate",
                    () -> broker.log().stream().anyMatch(line -> line.contains("as agent-client")));
        }
    }

    @Test
    void aStrangersCertificateIsTurnedAwayByTheBroker() {
        authority("ca");
        authority("other");
        certificate("ca", "broker");
        certificate("other", "stranger");
        try (Mosquitto broker = broker();
                DeskLink link = link(broker, new TlsFiles(pem("ca"), pem("stranger"), key("stranger")), "all/#")) {
            Await.until("it fails and says so", () -> !link.state().lastError().isEmpty());
            assertFalse(link.state().connected());
        }
    }

    @Test
    void aBrokerOfAnotherAuthorityIsTurnedAwayByTheClient() {
        authority("ca");
        authority("other");
        certificate("ca", "broker");
        certificate("ca", "agent");
        try (Mosquitto broker = broker();
                DeskLink link = link(broker, new TlsFiles(pem("other"), pem("agent"), key("agent")), "all/#")) {
            Await.until("it fails and says so", () -> !link.state().lastError().isEmpty());
            assertFalse(link.state().connected());
        }
    }

    private Mosquitto broker() {
        return Mosquitto.start(
                folder,
                "cafile " + pem("ca"),
                "certfile " + pem("broker"),
                "keyfile " + key("broker"),
                "require_certificate true");
    }

    private DeskLink link(Mosquitto broker, TlsFiles files, String filter) {
        UplinkSettings settings = new UplinkSettings(
                "ssl://127.0.0.1:" + broker.port(),
                "agent-client",
                "all",
                List.of(filter),
                Optional.empty(),
                Pace.normal(),
                Optional.of(files));
        return new DeskLink(settings, message -> {}, Monotonic.system());
    }

    private void authority(String name) {
        openssl(name);
    }

    private void certificate(String authority, String name) {
        openssl(
                name,
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-CA",
                pem(authority).toString(),
                "-CAkey",
                key(authority).toString());
    }

    /** A key and a certificate for it, by default signed with itself. */
    private void openssl(String name, String... more) {
        List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-days", "2"));
        command.addAll(List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-subj", "/CN=" + name));
        command.addAll(
                List.of("-keyout", key(name).toString(), "-out", pem(name).toString()));
        command.addAll(List.of(more));
        Peer.run("openssl", command);
    }

    private Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    private Path key(String name) {
        return folder.resolve(name + ".key");
    }
}
