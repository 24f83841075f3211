package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Modbus devices behind a listening port as others see them: Modbus TCP, the same inside TLS, or RTU frames as a serial server
 * passes them. For simulated equipment, and for what the agent itself lets others read. j2mod's own slave is not used: it keeps a register
 * object per word, so that a counter of four words can be read half old and half new, cannot say which port it was
 * given, ties each client to a thread of a fixed pool, and cannot misbehave on purpose.
 */
public final class ModbusServer implements DeviceServer {

    private static final Logger LOG = LoggerFactory.getLogger(ModbusServer.class);
    private static final int MOST_CLIENTS = 32;
    private static final long CLOSE_LIMIT_MILLIS = 5_000;

    private final ServerSocket listening;
    private final Protocol protocol;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;
    private volatile Fault fault = Fault.NONE;

    /** Serves one client to its end. */
    private interface Protocol {
        void serve(Socket client, Supplier<Fault> fault);
    }

    private ModbusServer(ServerSocket listening, Protocol protocol) {
        this.listening = listening;
        this.protocol = protocol;
        this.acceptor = new Thread(this::accept, "modbus-server-" + listening.getLocalPort());
        acceptor.setDaemon(true);
    }

    /**
     * Starts serving.
     *
     * @param host the address to listen on, such as 127.0.0.1
     * @param port 0 for any free one
     * @throws IOException naming the address, if it cannot be listened on
     */
    public static ModbusServer start(String host, int port, RegisterImage image) throws IOException {
        return start(host, port, ServerSocketFactory.getDefault(), tcp(image));
    }

    /**
     * Starts serving inside TLS (MODBUS/TCP Security). Clients are not asked for a certificate.
     *
     * @param files whose identity the clients are shown
     * @throws IOException naming the address, if it cannot be listened on, or what is wrong with the files
     */
    public static ModbusServer startTls(String host, int port, TlsFiles files, RegisterImage image) throws IOException {
        return start(host, port, TlsContext.of(files).getServerSocketFactory(), tcp(image));
    }

    /**
     * Starts serving RTU frames, as a serial server in transparent mode passes them. Units that the image does not serve are
     * silent, as on a bus.
     *
     * @throws IOException naming the address, if it cannot be listened on
     */
    public static ModbusServer startRtu(String host, int port, RegisterImage image) throws IOException {
        long silence = RtuLine.Medium.overTcp().time().silence();
        return start(
                host,
                port,
                ServerSocketFactory.getDefault(),
                (client, fault) ->
                        new ServedFrames(new SocketWire(client), silence, image, fault).serve(client::isClosed));
    }

    private static Protocol tcp(RegisterImage image) {
        return (client, fault) -> new ServedConnection(client, image, fault).serve();
    }

    private static ModbusServer start(String host, int port, ServerSocketFactory sockets, Protocol protocol)
            throws IOException {
        try {
            ServerSocket socket = sockets.createServerSocket(port, MOST_CLIENTS, InetAddress.getByName(host));
            ModbusServer server = new ModbusServer(socket, protocol);
            server.acceptor.start();
            return server;
        } catch (IOException e) {
            throw new IOException(
                    "cannot serve Modbus on " + host + ":" + port + ": " + e.getMessage()
                            + "; choose another port, or 0 for any",
                    e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void misbehave(Fault how) {
        fault = how;
    }

    @Override
    public void cutConnections() {
        clients.forEach(ModbusServer::quietly);
    }

    @Override
    public void close() {
        try {
            listening.close();
            acceptor.join(CLOSE_LIMIT_MILLIS);
        } catch (IOException e) {
            LOG.warn("Modbus server on port {} did not close: {}", port(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cutConnections();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                admit(listening.accept());
            } catch (IOException e) {
                LOG.debug("Modbus server on port {} stopped listening: {}", port(), e.toString());
            }
        }
        cutConnections();
    }

    private void admit(Socket client) {
        if (clients.size() >= MOST_CLIENTS) {
            LOG.warn("Modbus server on port {}: {} clients already, one more turned away", port(), MOST_CLIENTS);
            quietly(client);
            return;
        }
        clients.add(client);
        Thread thread = new Thread(() -> serve(client), "modbus-client-" + port());
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket client) {
        try {
            protocol.serve(client, () -> fault);
        } finally {
            clients.remove(client);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing {}: {}", socket, e.toString());
        }
    }
}
