package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Modbus TCP device as others see it, for simulated equipment and for what the agent itself lets others read. j2mod's own slave is not used: it keeps a register
 * object per word, so that a counter of four words can be read half old and half new, cannot say which port it was
 * given, ties each client to a thread of a fixed pool, and cannot misbehave on purpose.
 */
public final class ModbusServer implements DeviceServer {

    private static final Logger LOG = LoggerFactory.getLogger(ModbusServer.class);
    private static final int MOST_CLIENTS = 32;
    private static final long CLOSE_LIMIT_MILLIS = 5_000;

    private final ServerSocket listening;
    private final RegisterImage image;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;
    private volatile Fault fault = Fault.NONE;

    private ModbusServer(ServerSocket listening, RegisterImage image) {
        this.listening = listening;
        this.image = image;
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
        try {
            ServerSocket socket = new ServerSocket(port, MOST_CLIENTS, InetAddress.getByName(host));
            ModbusServer server = new ModbusServer(socket, image);
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
        new ServedConnection(client, image, () -> fault).serve();
        clients.remove(client);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing {}: {}", socket, e.toString());
        }
    }
}
