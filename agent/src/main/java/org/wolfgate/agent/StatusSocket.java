package org.wolfgate.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the live state to whoever connects to a socket in the ledger's folder. It has no port, and nobody may ask who may not
 * read the folder.
 */
public final class StatusSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusSocket.class);

    /** The socket's name in the ledger's folder. */
    public static final String NAME = "agent.sock";

    /** An agent that hangs must not hang whoever looks after it. */
    private static final long PATIENCE_MILLIS = 2000;

    private final ServerSocketChannel server;
    private final Path file;
    private final Supplier<List<String>> lines;

    private StatusSocket(ServerSocketChannel server, Path file, Supplier<List<String>> lines) {
        this.server = server;
        this.file = file;
        this.lines = lines;
    }

    /**
     * Answers until it is closed; empty where the folder takes no socket, which is no reason not to run.
     *
     * @param folder the ledger's, held by this process alone, so that a socket there is a dead agent's
     */
    static Optional<StatusSocket> open(Path folder, Supplier<List<String>> lines) {
        Path file = folder.resolve(NAME);
        try {
            Files.deleteIfExists(file);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(file));
            StatusSocket socket = new StatusSocket(server, file, lines);
            Thread thread = new Thread(socket::serve, "status");
            thread.setDaemon(true);
            thread.start();
            return Optional.of(socket);
        } catch (IOException e) {
            LOG.warn("status: no socket {}: {}; wolfgate status will show what the ledger has", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** The live state of the agent of a folder, line by line; empty if none answers soon. */
    public static Optional<List<String>> ask(Path folder) {
        try (SocketChannel agent = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(NAME)));
                Selector answer = Selector.open()) {
            agent.configureBlocking(false);
            agent.register(answer, SelectionKey.OP_READ);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            ByteBuffer part = ByteBuffer.allocate(4096);
            while (answer.select(PATIENCE_MILLIS) > 0) {
                answer.selectedKeys().clear();
                int read = agent.read(part.clear());
                if (read < 0) {
                    return Optional.of(text.toString(UTF_8).lines().toList());
                }
                text.write(part.array(), 0, read);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel caller = server.accept()) {
                caller.write(ByteBuffer.wrap(String.join("\n", lines.get()).getBytes(UTF_8)));
            } catch (IOException | RuntimeException e) {
                if (server.isOpen()) {
                    LOG.warn("status: not told this time: {}", e.toString());
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("status: closing {}: {}", file, e.getMessage());
        }
    }
}
