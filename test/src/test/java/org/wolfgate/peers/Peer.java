package org.wolfgate.peers;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A foreign program under test's control: started, waited for, and ended with all it started. */
public final class Peer implements AutoCloseable {

    private static final long READY_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long READY_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long RUN_LIMIT_SECONDS = 30;

    private final Process process;
    private final Path output;

    private Peer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * A port that was free a moment ago. It lies below the range from which the kernel takes the ports of outgoing
     * connections, so that none of them can sit on it while a server is restarted.
     */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Somebody listens there; the next one.
            }
        }
    }

    /**
     * Starts a server and waits until it accepts connections.
     *
     * @param debianPackage what provides the program, for the message if it is missing
     * @param port on the loopback address
     */
    public static Peer server(String debianPackage, int port, List<String> command) throws IOException {
        Peer peer = start(debianPackage, command);
        long started = System.nanoTime();
        while (!accepts(port)) {
            if (!peer.process.isAlive() || System.nanoTime() - started > READY_LIMIT_NANOS) {
                String said = peer.output();
                peer.close();
                throw new AssertionError(command + " does not listen on port " + port + "; it said: " + said);
            }
            LockSupport.parkNanos(READY_POLL_NANOS);
        }
        return peer;
    }

    /** Runs a program to its end and gives back what it printed. */
    public static String run(String debianPackage, List<String> command) throws IOException, InterruptedException {
        try (Peer peer = start(debianPackage, command)) {
            if (!peer.process.waitFor(RUN_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(command + " did not end within " + RUN_LIMIT_SECONDS + " s: " + peer.output());
            }
            if (peer.process.exitValue() != 0) {
                throw new AssertionError(command + " failed: " + peer.output());
            }
            return peer.output();
        }
    }

    private static Peer start(String debianPackage, List<String> command) throws IOException {
        File output = File.createTempFile("peer", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            return new Peer(
                    builder.redirectErrorStream(true).redirectOutput(output).start(), output.toPath());
        } catch (IOException e) {
            throw new AssertionError(
                    "cannot start " + command.get(0) + "; install the Debian package " + debianPackage
                            + ", as test/run does",
                    e);
        }
    }

    /** What the program printed so far. */
    public String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Ends the program and all its children. */
    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(RUN_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(output);
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
