package org.wolfgate.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A foreign server on a port of the loopback address, or a foreign program that runs to its end. */
public final class Peer implements AutoCloseable {

    private final Program program;

    private Peer(Program program) {
        this.program = program;
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
    public static Peer server(String debianPackage, int port, List<String> command) {
        Program program = Program.start(debianPackage, command);
        try {
            Await.until(
                    command + " listens on port " + port,
                    () -> accepts(port) || !program.isAlive(),
                    () -> "printed: " + program.lines());
            if (!program.isAlive()) {
                throw new AssertionError(
                        command + " does not listen on port " + port + "; it said: " + program.lines());
            }
            return new Peer(program);
        } catch (AssertionError e) {
            program.close();
            throw e;
        }
    }

    /** Runs a program to its end and gives back what it printed; fails if it did. */
    public static String run(String debianPackage, List<String> command) {
        try (Program program = Program.start(debianPackage, command)) {
            if (program.awaitEnd() != 0) {
                throw new AssertionError(command + " failed: " + program.lines());
            }
            return program.printed();
        }
    }

    /** What the program printed so far. */
    public String output() {
        return program.printed();
    }

    /** Ends the program and all its children. */
    @Override
    public void close() {
        program.close();
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
