package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random, cut and bit-flipped bytes into what judges frames and what serves them: no exception, nothing invented. */
class ModbusFuzzTest {

    private final int cases = FuzzRun.cases(50_000);
    private final long seed = FuzzRun.SEED;
    private final Random random = FuzzRun.random();
    private final Damage damage = new Damage(random);

    @Test
    void theFrameCheckFindsEveryChangeOutsideTheDataItself() {
        for (int i = 0; i < cases; i++) {
            Request request =
                    new Request.Read(random.nextInt(256), RegisterTable.INPUT, i % 60_000, 1 + random.nextInt(125));
            int transaction = random.nextInt(65_536);
            byte[] frame = RudeServer.honest(requestFrame(transaction, request));
            assertEquals(Optional.empty(), FrameCheck.tcp(frame, transaction, request), "seed " + seed);
            frame[random.nextInt(9)] ^= (byte) (1 << random.nextInt(8));
            boolean exception = (frame[7] & 0xFF) == (request.function() | 0x80);
            assertTrue(
                    FrameCheck.tcp(frame, transaction, request).isPresent() || exception,
                    "seed " + seed + ", case " + i + ": " + Arrays.toString(frame));
        }
        FuzzRun.seen("TCP frame check", cases, "every change outside the data found");
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
        for (int i = 0; i < cases; i++) {
            byte[] pdu = damage.noise(1 + random.nextInt(253));
            pdu[0] = (byte) (random.nextBoolean() ? List.of(3, 4, 6, 16).get(random.nextInt(4)) : pdu[0]);
            byte[] answer = ServedPdu.answer(random.nextInt(256), pdu, new Counting());
            assertTrue(answer.length >= 2 && answer.length <= 253, "seed " + seed + ", case " + i);
            assertEquals(pdu[0] & 0x7F, answer[0] & 0x7F, "seed " + seed + ", case " + i);
        }
        FuzzRun.seen("requests to a served device", cases, "each answered or refused");
    }

    @Test
    void aServerOutlivesClientsThatSendGarbage() throws IOException {
        try (ModbusServer server = ModbusServer.start("127.0.0.1", 0, new Counting())) {
            int clients = cases / 100;
            for (int i = 0; i < clients; i++) {
                try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    client.getOutputStream()
                            .write(damage.damaged(
                                    requestFrame(i, new Request.Read(1, RegisterTable.INPUT, i % 9_000, 3))));
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
            FuzzRun.seen("TCP server, each client a connection", clients, "all outlived");
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
