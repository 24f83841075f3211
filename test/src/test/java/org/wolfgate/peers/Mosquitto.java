package org.wolfgate.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Debian package's MQTT broker on a free loopback port, with what it stores in a folder of the test. */
public final class Mosquitto implements AutoCloseable {

    private final Path configuration;
    private final int port;
    private Optional<Program> process = Optional.empty();

    private Mosquitto(Path configuration, int port) {
        this.configuration = configuration;
        this.port = port;
    }

    /** Starts a broker; {@code settings} are lines for its configuration beside the usual ones. */
    public static Mosquitto start(Path folder, String... settings) {
        Mosquitto stopped = prepare(folder, settings);
        stopped.start();
        return stopped;
    }

    /** A broker with a port of its own that is not running yet. */
    public static Mosquitto prepare(Path folder, String... settings) {
        int port = Peer.freePort();
        List<String> lines = new ArrayList<>(List.of(
                "listener " + port + " 127.0.0.1",
                "user root",
                "persistence_location " + folder + "/",
                "set_tcp_nodelay true"));
        lines.addAll(List.of(settings));
        addUnlessSet(lines, "allow_anonymous", "true");
        addUnlessSet(lines, "persistence", "true");
        try {
            Path file = Files.write(folder.resolve("mosquitto-" + port + ".conf"), lines);
            return new Mosquitto(file, port);
        } catch (IOException e) {
            throw new UncheckedIOException("writing the broker's configuration into " + folder, e);
        }
    }

    private static void addUnlessSet(List<String> lines, String key, String value) {
        if (lines.stream().noneMatch(line -> line.startsWith(key + " "))) {
            lines.add(key + " " + value);
        }
    }

    /** Starts it, also again after a stop or a kill, and waits until it takes connections. */
    public void start() {
        Program broker = Program.start(List.of("mosquitto", "-c", configuration.toString()));
        process = Optional.of(broker);
        try {
            Await.until("mosquitto listens on " + port, () -> answers(broker), () -> "printed: " + broker.lines());
        } catch (AssertionError e) {
            broker.close();
            throw e;
        }
    }

    private Program running() {
        return process.orElseThrow(() -> new IllegalStateException("this broker was not started"));
    }

    private boolean answers(Program broker) {
        if (!broker.isAlive()) {
            throw new AssertionError("mosquitto ended: " + broker.lines());
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** SIGTERM: it stores sessions and messages. */
    public void stop() {
        running().terminate();
    }

    /** SIGKILL: it stores nothing more. */
    public void kill() {
        running().kill();
    }

    /** It stays connected and does nothing. */
    public void freeze() {
        running().freeze();
    }

    /** What it has logged. */
    public List<String> log() {
        return running().lines();
    }

    /** Another client of this broker: {@code mosquitto_sub} with its session kept, QoS 1, MQTT 5, unbuffered. */
    public Program subscriber(String name, String topic, String format) {
        Program client = Program.start(List.of(
                "stdbuf",
                "-oL",
                "mosquitto_sub",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-V",
                "5",
                "-q",
                "1",
                "-c",
                "-x",
                "600",
                "-i",
                name,
                "-t",
                topic,
                "-F",
                format,
                "-d"));
        try {
            client.awaitLine(name + " is subscribed to " + topic, line -> line.contains("received SUBACK"));
        } catch (AssertionError e) {
            client.close();
            throw e;
        }
        return client;
    }

    /** Publishes one message with {@code mosquitto_pub} at QoS 1 and waits until the broker has it. */
    public void publish(String topic, String payload, String... more) {
        List<String> options = new ArrayList<>(List.of("-m", payload));
        options.addAll(List.of(more));
        publish(topic, options);
    }

    /** Publishes a file's content. */
    public void publishFile(String topic, Path file) {
        publish(topic, List.of("-f", file.toString()));
    }

    private void publish(String topic, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                "mosquitto_pub", "-h", "127.0.0.1", "-p", Integer.toString(port), "-V", "5", "-q", "1", "-t", topic));
        command.addAll(options);
        try (Program publisher = Program.start(command)) {
            if (publisher.awaitEnd() != 0) {
                throw new AssertionError("mosquitto_pub: " + publisher.lines());
            }
        }
    }

    @Override
    public void close() {
        process.ifPresent(Program::close);
    }
}
