package org.wolfgate.drivers.modbus;

import com.digitalpetri.modbus.MbapHeader;
import com.digitalpetri.modbus.ModbusPduSerializer.DefaultRequestSerializer;
import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Modbus TCP through the transport and messages of com.digitalpetri.modbus, under the same rules as {@link TcpLine}. Its
 * client class is left out: it checks neither unit nor word count. The library is not part of the agent's jar.
 */
final class NettyLine implements ModbusLine {

    private static final Logger LOG = LoggerFactory.getLogger(NettyLine.class);
    private static final int LONGEST_PDU = 253;

    private final String label;
    private final String host;
    private final int port;
    private final Duration deadline;
    private @Nullable Connection connection;
    private int transaction = (int) (System.nanoTime() & 0xFFFF);

    /**
     * Does not connect yet.
     *
     * @param name of the line, for messages
     * @param deadline for connecting, and again for each whole answer; 1 ms to 1 min
     */
    NettyLine(String name, String host, int port, Duration deadline) {
        this.label = name + " (" + host + ":" + port + ")";
        this.host = host;
        this.port = port;
        this.deadline = Deadlines.checked(label, deadline);
    }

    /** What arrives; an empty array when the far end closed the connection. */
    private record Connection(NettyTcpClientTransport transport, BlockingQueue<byte[]> frames) {}

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
            Answer answer = exchange(
                    request, connected(), Deadlines.shorter(deadline, atMost).toNanos());
            if (answer instanceof Answer.Failed) {
                drop();
            }
            return answer;
        } catch (ExecutionException | TimeoutException | ModbusException | RuntimeException e) {
            drop();
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            return new Answer.Failed(
                    "no connection (" + cause.getMessage() + "); check power, cable, address and port");
        } catch (InterruptedException e) {
            drop();
            Thread.currentThread().interrupt();
            return new Answer.Failed("interrupted while waiting for the answer; the line is being closed");
        }
    }

    private Answer exchange(Request request, Connection current, long limit)
            throws ExecutionException, InterruptedException, TimeoutException, ModbusException {
        transaction = transaction % 0xFFFF + 1;
        long end = System.nanoTime() + limit;
        await(current.transport().send(frame(request)), limit);
        byte[] frame = current.frames().poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (frame == null) {
            return Refusals.silent(limit, "check unit id, and the device behind it");
        }
        if (frame.length == 0) {
            return new Answer.Failed("the device closed the connection instead of answering;"
                    + " check whether another client holds its only connection");
        }
        return FrameCheck.tcp(frame, transaction, request)
                .<Answer>map(fault -> Refusals.untrusted(
                        fault, frame, "check for a second client, a wrong unit id or a faulty gateway"))
                .orElseGet(() -> answer(frame, request));
    }

    private static Answer answer(byte[] frame, Request request) {
        if ((frame[7] & 0x80) != 0) {
            return new Answer.Refused(frame[8] & 0xFF);
        }
        if (request instanceof Request.ReadInput) {
            return new Answer.Words(List.of(frame[9] & 1));
        }
        if (!(request instanceof Request.Read)) {
            return new Answer.Written();
        }
        List<Integer> words = new ArrayList<>(request.count());
        ByteBuffer data = ByteBuffer.wrap(frame, 9, 2 * request.count());
        while (data.hasRemaining()) {
            words.add(Short.toUnsignedInt(data.getShort()));
        }
        return new Answer.Words(words);
    }

    private ModbusTcpFrame frame(Request request) throws ModbusException {
        ByteBuffer pdu = ByteBuffer.allocate(LONGEST_PDU);
        DefaultRequestSerializer.INSTANCE.encode(message(request), pdu);
        pdu.flip();
        return new ModbusTcpFrame(new MbapHeader(transaction, 0, 1 + pdu.remaining(), request.unit()), pdu);
    }

    private static ModbusRequestPdu message(Request request) {
        if (request instanceof Request.WriteOne write) {
            return new WriteSingleRegisterRequest(write.address(), write.word());
        }
        if (request instanceof Request.WriteMany write) {
            ByteBuffer words = ByteBuffer.allocate(2 * write.count());
            write.words().forEach(word -> words.putShort(word.shortValue()));
            return new WriteMultipleRegistersRequest(write.address(), write.count(), words.array());
        }
        if (request instanceof Request.ReadInput input) {
            return new ReadDiscreteInputsRequest(input.address(), input.count());
        }
        return request.function() == RegisterTable.INPUT.function()
                ? new ReadInputRegistersRequest(request.address(), request.count())
                : new ReadHoldingRegistersRequest(request.address(), request.count());
    }

    private Connection connected() throws ExecutionException, InterruptedException, TimeoutException {
        if (connection != null && !connection.frames().isEmpty()) {
            drop();
        }
        if (connection == null) {
            connection = connect();
        }
        return connection;
    }

    private Connection connect() throws ExecutionException, InterruptedException, TimeoutException {
        NettyTcpClientTransport transport = NettyTcpClientTransport.create(builder -> {
            builder.setHostname(host);
            builder.setPort(port);
            builder.setConnectTimeout(deadline);
            builder.setConnectPersistent(false);
        });
        BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
        transport.receive(frame -> frames.add(bytes(frame)));
        transport.addConnectionListener(new NettyTcpClientTransport.ConnectionListener() {
            @Override
            public void onConnection() {
                LOG.debug("{}: connected", label);
            }

            @Override
            public void onConnectionLost() {
                frames.add(new byte[0]);
            }
        });
        Connection made = new Connection(transport, frames);
        connection = made;
        await(transport.connect(), deadline.toNanos());
        return made;
    }

    private static byte[] bytes(ModbusTcpFrame frame) {
        ByteBuffer pdu = frame.pdu().duplicate();
        ByteBuffer bytes = ByteBuffer.allocate(7 + pdu.remaining());
        MbapHeader header = frame.header();
        bytes.putShort((short) header.transactionId())
                .putShort((short) header.protocolId())
                .putShort((short) header.length())
                .put((byte) header.unitId())
                .put(pdu);
        return bytes.array();
    }

    private static void await(CompletionStage<Void> stage, long limit)
            throws ExecutionException, InterruptedException, TimeoutException {
        stage.toCompletableFuture().get(limit, TimeUnit.NANOSECONDS);
    }

    private void drop() {
        if (connection != null) {
            // Nobody waits for the goodbye: what still arrives there goes to a queue that nobody reads.
            var unused = connection.transport().disconnect();
            connection = null;
        }
    }

    @Override
    public void close() {
        drop();
    }
}
