package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random, cut and bit-flipped bytes into both ends: no exception, no invented value, and the line recovers. */
class ModbusFuzzTest {

    private static final int CASES = 3_000;
    private static final Duration PATIENT = Duration.ofSeconds(10);

    private final long seed = Long.getLong("wolfgate.seed", 20_261_122L);
    private final Random random = new Random(seed);

    @Test
    void damagedAnswersNeverInventAValueAndTheLineRecovers() throws IOException {
        byte[][] sent = new byte[1][];
        RudeServer.Script script = (number, request, out) -> {
            boolean honest = number % 2 == 0;
            sent[0] = honest ? RudeServer.honest(request) : damaged(RudeServer.honest(request));
            out.write(sent[0]);
            if (!honest) {
                throw new IOException("hang up, so that a cut answer need not be waited for");
            }
        };
        try (RudeServer server = new RudeServer(script);
                TcpLine line = new TcpLine("fuzz", "127.0.0.1", server.port(), PATIENT)) {
            for (int i = 0; i < CASES; i++) {
                Request request = new Request.Read(1, RegisterTable.HOLDING, i, 1 + i % 5);
                Answer answer = line.exchange(request);
                assertTrue(isBackedBy(answer, sent[0], request), "seed " + seed + ", case " + i + ": " + answer);
                Answer after = recovered(line, request);
                assertEquals(honest(request), after, "seed " + seed + ", case " + i);
            }
        }
    }

    /** The peer hung up, so one request may meet the closed connection first. */
    private static Answer recovered(TcpLine line, Request request) {
        Answer answer = line.exchange(request);
        return answer instanceof Answer.Failed failed && failed.reason().contains("closed the connection")
                ? line.exchange(request)
                : answer;
    }

    private static boolean isBackedBy(Answer answer, byte[] frame, Request request) {
        if (!(answer instanceof Answer.Words words)) {
            return true;
        }
        boolean header = frame[6] == request.unit() && frame[7] == request.function();
        boolean count = words.words().size() == request.count() && frame[8] == 2 * request.count();
        return header && count && words.words().get(0) == RudeServer.word(frame, 9);
    }

    private static Answer honest(Request request) {
        return new Answer.Words(java.util.stream.IntStream.range(request.address(), request.address() + request.count())
                .boxed()
                .toList());
    }

    private byte[] damaged(byte[] frame) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(frame, random.nextInt(frame.length));
            case 1 -> flipped(frame);
            case 2 -> noise(1 + random.nextInt(300));
            default -> Arrays.copyOf(frame, frame.length + 1 + random.nextInt(20));
        };
    }

    private byte[] flipped(byte[] frame) {
        byte[] copy = frame.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void theFrameCheckFindsEveryChangeOutsideTheDataItself() {
        for (int i = 0; i < 50_000; i++) {
            Request request = new Request.Read(random.nextInt(256), RegisterTable.INPUT, i, 1 + random.nextInt(125));
            int transaction = random.nextInt(65_536);
            byte[] frame = RudeServer.honest(requestFrame(transaction, request));
            assertEquals(Optional.empty(), FrameCheck.tcp(frame, transaction, request), "seed " + seed);
            frame[random.nextInt(9)] ^= (byte) (1 << random.nextInt(8));
            boolean exception = (frame[7] & 0xFF) == (request.function() | 0x80);
            assertTrue(
                    FrameCheck.tcp(frame, transaction, request).isPresent() || exception,
                    "seed " + seed + ", case " + i + ": " + Arrays.toString(frame));
        }
    }

    private static byte[] requestFrame(int transaction, Request request) {
        return new byte[] {
            (byte) (transaction >> 8),
            (byte) transaction,
            0,
            0,
            0,
            6,
            (byte) request.unit(),
            (byte) request.function(),
            (byte) (request.address() >> 8),
            (byte) request.address(),
            0,
            (byte) request.count()
        };
    }

    @Test
    void anyRequestGetsAnAnswerOrAnExceptionFromAServedDevice() {
        for (int i = 0; i < 50_000; i++) {
            byte[] pdu = noise(1 + random.nextInt(253));
            pdu[0] = (byte) (random.nextBoolean() ? List.of(3, 4, 6, 16).get(random.nextInt(4)) : pdu[0]);
            byte[] answer = ServedPdu.answer(random.nextInt(256), pdu, new Counting());
            assertTrue(answer.length >= 2 && answer.length <= 253, "seed " + seed + ", case " + i);
            assertEquals(pdu[0] & 0x7F, answer[0] & 0x7F, "seed " + seed + ", case " + i);
        }
    }

    @Test
    void aServerOutlivesClientsThatSendGarbage() throws IOException {
        try (ModbusServer server = ModbusServer.start("127.0.0.1", 0, new Counting())) {
            for (int i = 0; i < 500; i++) {
                try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    client.getOutputStream()
                            .write(damaged(requestFrame(i, new Request.Read(1, RegisterTable.INPUT, i, 3))));
                    client.shutdownOutput();
                    client.setSoTimeout(10_000);
                    assertTrue(client.getInputStream().readAllBytes().length <= 260 * 50, "seed " + seed);
                } catch (java.net.SocketException e) {
                    assertTrue(e.toString().contains("reset") || e.toString().contains("pipe"), e.toString());
                }
            }
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                client.getOutputStream().write(requestFrame(7, new Request.Read(1, RegisterTable.INPUT, 40, 1)));
                assertArrayEquals(
                        new byte[] {0, 7, 0, 0, 0, 5, 1, 4, 2, 0, 40},
                        client.getInputStream().readNBytes(11));
            }
        }
    }

    /** Register n holds n, below 10000; unit 1 only. */
    private static final class Counting implements RegisterImage {
        @Override
        public boolean serves(int unit) {
            return unit == 1;
        }

        @Override
        public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
            return address + count > 10_000
                    ? Optional.empty()
                    : Optional.of(java.util.stream.IntStream.range(address, address + count)
                            .boxed()
                            .toList());
        }

        @Override
        public boolean write(int unit, int address, List<Integer> words) {
            return address + words.size() <= 10_000;
        }
    }
}
