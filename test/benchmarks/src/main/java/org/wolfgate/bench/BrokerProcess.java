package org.wolfgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Debian's mosquitto on a free loopback port. */
final class BrokerProcess implements AutoCloseable {

    private static final List<String> SUBSCRIBERS = List.of("bench-orders", "floor");

    private final Process process;
    private final int port;
    private final CountDownLatch subscribed = new CountDownLatch(SUBSCRIBERS.size());

    private BrokerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static BrokerProcess start(Path folder) throws IOException {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        Path conf = Files.write(
                folder.resolve("mosquitto.conf"),
                List.of("listener " + port + " 127.0.0.1", "allow_anonymous true", "set_tcp_nodelay true"));
        Process process = new ProcessBuilder("/usr/sbin/mosquitto", "-v", "-c", conf.toString())
                .redirectErrorStream(true)
                .start();
        BrokerProcess broker = new BrokerProcess(process, port);
        Thread reader = new Thread(broker::follow, "broker-log");
        reader.setDaemon(true);
        reader.start();
        return broker;
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Waits until the agent and the floor's client listen. */
    void awaitSubscribers() throws InterruptedException {
        if (!subscribed.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("agent and floor did not subscribe within 30 s");
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void follow() {
        Set<String> missing = new HashSet<>(SUBSCRIBERS);
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String heard = line;
                if (missing.removeIf(client -> heard.endsWith("SUBACK to " + client))) {
                    subscribed.countDown();
                }
            }
        } catch (IOException e) {
            // The broker ended, and the benchmark with it.
        }
    }
}
