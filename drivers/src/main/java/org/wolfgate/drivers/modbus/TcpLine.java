package org.wolfgate.drivers.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransport;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Modbus TCP through j2mod's transport and messages, over a socket and with transaction numbers of our own. j2mod's own
 * transaction class is left out: it repeats writes, keeps the connection after a timeout and reuses its number, so that a
 * late answer becomes the next register's value (steveohara/j2mod#165). Here any doubt closes the connection.
 */
public final class TcpLine implements ModbusLine {

    private final String label;
    private final String host;
    private final int port;
    private final Duration deadline;
    private final Watchdog watchdog = new Watchdog();
    private @Nullable Connection connection;
    private int transaction = (int) (System.nanoTime() & 0xFFFF);

    /**
     * Does not connect yet.
     *
     * @param name of the line, for messages
     * @param port 1 to 65535
     * @param deadline for connecting, and again for each whole answer; 1 ms to 1 min
     */
    public TcpLine(String name, String host, int port, Duration deadline) {
        if (deadline.toMillis() < 1 || deadline.toMinutes() > 1) {
            throw new IllegalArgumentException("line " + name + ": the deadline must be 1 ms to 1 min");
        }
        this.label = name + " (" + host + ":" + port + ")";
        this.host = host;
        this.port = port;
        this.deadline = deadline;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Answer exchange(Request request) {
        try {
            return exchange(request, connected());
        } catch (IOException | RuntimeException e) {
            drop();
            String cause = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
            return new Answer.Failed("no connection (" + cause + "); check power, cable, address and port");
        }
    }

    private Answer exchange(Request request, Connection current) {
        transaction = transaction % 0xFFFF + 1;
        current.socket().restart();
        watchdog.arm(current.socket(), deadline.toNanos());
        Optional<ModbusResponse> response = transact(request, current.transport());
        boolean late = watchdog.disarm();
        byte[] received = current.socket().received();
        Answer answer = response.isEmpty()
                ? noAnswer(current.socket(), received)
                : FrameCheck.tcp(received, transaction, request)
                        .<Answer>map(fault -> untrusted(fault, received))
                        .orElseGet(() -> Messages.answer(response.get()));
        if (late || answer instanceof Answer.Failed || current.socket().moreThanOneFrame()) {
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

    private Answer noAnswer(TappedSocket socket, byte[] received) {
        if (received.length > 0) {
            return untrusted(incomplete(socket, received), received);
        }
        return new Answer.Failed(
                socket.ended()
                        ? "the device closed the connection instead of answering;"
                                + " check whether another client holds its only connection"
                        : "no answer within " + deadline.toMillis() + " ms; check unit id, and the device behind it");
    }

    private String incomplete(TappedSocket socket, byte[] received) {
        if (FrameCheck.isNoFrame(received)) {
            return "bytes came that are no Modbus TCP frame";
        }
        return socket.ended()
                ? "the device closed the connection in the middle of its answer"
                : "no whole answer within " + deadline.toMillis() + " ms";
    }

    private static Answer untrusted(String fault, byte[] received) {
        int shown = Math.min(received.length, 16);
        String bytes =
                HexFormat.ofDelimiter(" ").formatHex(received, 0, shown) + (shown < received.length ? " .." : "");
        return new Answer.Failed(
                fault + " [" + bytes + "]; check for a second client, a wrong unit id or a faulty gateway");
    }

    private Connection connected() throws IOException {
        if (connection != null && connection.socket().hasUnread()) {
            drop();
        }
        if (connection == null) {
            connection = connect();
        }
        return connection;
    }

    private Connection connect() throws IOException {
        TappedSocket socket = new TappedSocket();
        try {
            socket.connect(Resolver.resolve(host, port, deadline), Math.toIntExact(deadline.toMillis()));
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            ModbusTCPTransport transport = new ModbusTCPTransport(socket);
            transport.setTimeout(Math.toIntExact(deadline.toMillis()));
            return new Connection(socket, transport);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void drop() {
        if (connection != null) {
            try {
                connection.socket().close();
            } catch (IOException e) {
                // The next request takes a new socket in any case.
                connection = null;
            }
            connection = null;
        }
    }

    @Override
    public void close() {
        drop();
    }

    private record Connection(TappedSocket socket, ModbusTCPTransport transport) {}
}
