package org.wolfgate.drivers.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransport;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Modbus TCP through j2mod's transport and messages, over a socket and with transaction numbers of our own. j2mod's own
 * transaction class is left out: it repeats writes, keeps the connection after a timeout and reuses its number, so that a
 * late answer becomes the next register's value (steveohara/j2mod#165). Here any doubt closes the connection.
 */
public final class TcpLine implements ModbusLine {

    private final String label;
    private final Dialler dialler;
    private final Duration deadline;
    private final Watchdog watchdog = new Watchdog();
    private @Nullable Connection connection;

    /** Whether bytes ever came that were not asked for. Looking for more of them before each request costs a system call. */
    private boolean chatty;

    private int transaction = (int) (System.nanoTime() & 0xFFFF);

    private TcpLine(String label, Dialler dialler, Duration deadline) {
        this.label = label;
        this.dialler = dialler;
        this.deadline = Deadlines.checked(label, deadline);
    }

    /**
     * Does not connect yet.
     *
     * @param name of the line, for messages
     * @param port 1 to 65535
     * @param deadline for connecting, and again for each whole answer; 1 ms to 1 min
     */
    public TcpLine(String name, String host, int port, Duration deadline) {
        this(name + " (" + host + ":" + port + ")", () -> plain(host, port, deadline), deadline);
    }

    /**
     * The same frames inside TLS (MODBUS/TCP Security). Does not connect yet.
     *
     * @param deadline for connecting, for the handshake, and again for each whole answer; 1 ms to 1 min
     */
    public static TcpLine tls(String name, String host, int port, TlsFiles files, Duration deadline) {
        String label = name + " (TLS " + host + ":" + port + ")";
        return new TcpLine(label, () -> TlsDialler.dial(host, port, files, deadline), deadline);
    }

    private static TappedSocket plain(String host, int port, Duration deadline) throws IOException {
        Socket socket = Sockets.connect(host, port, deadline);
        return new TappedSocket(socket, socket);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Answer exchange(Request request) {
        return probe(request, deadline);
    }

    @Override
    public Answer probe(Request request, Duration atMost) {
        try {
            return exchange(
                    request, connected(), Deadlines.shorter(deadline, atMost).toNanos());
        } catch (IOException | RuntimeException e) {
            drop();
            return new Answer.Failed(Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
        }
    }

    private Answer exchange(Request request, Connection current, long limit) {
        transaction = transaction % 0xFFFF + 1;
        current.socket().restart();
        watchdog.arm(current.socket(), limit);
        Optional<ModbusResponse> response = transact(request, current.transport());
        boolean late = watchdog.disarm();
        byte[] received = current.socket().received();
        Answer answer = response.isEmpty()
                ? noAnswer(current.socket(), received, limit)
                : FrameCheck.tcp(received, transaction, request)
                        .<Answer>map(fault -> untrusted(fault, received))
                        .orElseGet(() -> Messages.answer(response.get()));
        boolean followed = FrameCheck.isFollowed(received);
        if (late || answer instanceof Answer.Failed || followed) {
            chatty |= followed || received.length > 0;
            drop();
        }
        return answer;
    }

    private Optional<ModbusResponse> transact(Request request, ModbusTCPTransport transport) {
        try {
            transport.writeRequest(Messages.of(request, transaction));
            return Optional.of(transport.readResponse());
        } catch (ModbusException | RuntimeException e) {
            // j2mod reports every cause as text only, and lets frames that it cannot parse through as
            // RuntimeExceptions;
            // what the socket saw says more than either.
            return Optional.empty();
        }
    }

    private static Answer noAnswer(TappedSocket socket, byte[] received, long limit) {
        if (received.length > 0) {
            return untrusted(incomplete(socket, received, limit), received);
        }
        return socket.ended()
                ? new Answer.Failed("the device closed the connection instead of answering;"
                        + " check whether another client holds its only connection")
                : Refusals.silent(limit, "check unit id, and the device behind it");
    }

    private static String incomplete(TappedSocket socket, byte[] received, long limit) {
        if (FrameCheck.isNoFrame(received)) {
            return "bytes came that are no Modbus TCP frame";
        }
        return socket.ended()
                ? "the device closed the connection in the middle of its answer"
                : "no whole answer within " + Duration.ofNanos(limit).toMillis() + " ms";
    }

    private static Answer untrusted(String fault, byte[] received) {
        return Refusals.untrusted(fault, received, "check for a second client, a wrong unit id or a faulty gateway");
    }

    private Connection connected() throws IOException {
        if (connection != null && chatty && connection.socket().hasUnread()) {
            drop();
        }
        if (connection == null) {
            connection = connect();
        }
        return connection;
    }

    private Connection connect() throws IOException {
        TappedSocket socket = dialler.dial();
        try {
            return new Connection(socket, new ModbusTCPTransport(socket));
        } catch (RuntimeException e) {
            Sockets.close(socket);
            throw e;
        }
    }

    private void drop() {
        if (connection != null) {
            Sockets.close(connection.socket());
            connection = null;
        }
    }

    @Override
    public void close() {
        drop();
    }

    /** Makes a connection within the deadline. */
    private interface Dialler {
        TappedSocket dial() throws IOException;
    }

    private record Connection(TappedSocket socket, ModbusTCPTransport transport) {}
}
