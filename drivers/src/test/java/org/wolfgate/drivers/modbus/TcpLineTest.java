package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults of devices, gateways and of j2mod that must never become somebody's value. */
class TcpLineTest {

    private static final Duration DEADLINE = Duration.ofMillis(250);
    private static final Duration PATIENT = Duration.ofSeconds(10);

    private RudeServer server = new RudeServer((number, request, out) -> out.write(RudeServer.honest(request)));

    TcpLineTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** steveohara/j2mod#165, goburrow/modbus#64: after one late answer every read returns the previous register. */
    @Test
    void aLateAnswerNeverBecomesAnotherRegistersValue() throws IOException {
        CountDownLatch gaveUp = new CountDownLatch(1);
        serve((number, request, out) -> {
            if (number == 1) {
                gaveUp.await();
            }
            out.write(RudeServer.honest(request));
        });
        try (TcpLine line = line(DEADLINE)) {
            assertFailed(line.exchange(read(100, 1)), "no answer within 250 ms");
            gaveUp.countDown();
            for (int address = 101; address < 110; address++) {
                assertEquals(words(address), line.exchange(read(address, 1)));
            }
            assertEquals(2, server.connections());
        }
    }

    /** The same on a connection that the late answer still reaches: its transaction number gives it away. */
    @Test
    void anAnswerToAnEarlierRequestOnTheSameConnectionIsRefused() throws IOException {
        byte[][] earlier = new byte[1][];
        serve((number, request, out) -> {
            out.write(RudeServer.honest(number == 2 ? earlier[0] : request));
            earlier[0] = request;
        });
        try (TcpLine line = line(PATIENT)) {
            assertEquals(words(100), line.exchange(read(100, 1)));
            assertFailed(line.exchange(read(101, 1)), "an answer came with transaction");
            assertEquals(words(102), line.exchange(read(102, 1)));
        }
    }

    @Test
    void aDeviceThatAnswersTwiceStillGivesEachRegisterItsOwnValue() throws IOException {
        serve((number, request, out) -> {
            out.write(RudeServer.honest(request));
            out.write(RudeServer.honest(request));
        });
        try (TcpLine line = line(PATIENT)) {
            for (int address = 100; address < 105; address++) {
                Answer answer = line.exchange(read(address, 1));
                assertTrue(answer instanceof Answer.Failed || answer.equals(words(address)), answer.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 6, 7})
    void anAnswerWithAnotherTransactionProtocolUnitOrFunctionIsNoAnswer(int alteredByte) throws IOException {
        serve(once(request -> {
            byte[] answer = RudeServer.honest(request);
            answer[alteredByte] ^= 1;
            return answer;
        }));
        try (TcpLine line = line(PATIENT)) {
            assertFailed(line.exchange(read(100, 2)), "an answer came with");
            assertEquals(words(100, 101), line.exchange(read(100, 2)));
            assertEquals(2, server.connections());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 11, 1})
    void oneWordTooFewOrTooManyIsNoAnswer(int count) throws IOException {
        serve(once(request -> {
            byte[] other = request.clone();
            other[11] = (byte) count;
            return RudeServer.honest(other);
        }));
        try (TcpLine line = line(PATIENT)) {
            assertFailed(line.exchange(read(100, 10)), "an answer came with length");
            assertEquals(words(7), line.exchange(read(7, 1)));
        }
    }

    @Test
    void aByteCountThatDisagreesWithTheLengthIsNoAnswer() throws IOException {
        serve(once(request -> {
            byte[] answer = RudeServer.honest(request);
            answer[8] = (byte) (answer[8] - 2);
            return answer;
        }));
        try (TcpLine line = line(PATIENT)) {
            assertFailed(line.exchange(read(100, 10)), "byte count 18 instead of 20");
        }
    }

    @Test
    void aLengthFieldOfAllOnesIsNoAnswer() throws IOException {
        serve(once(request -> {
            byte[] answer = RudeServer.honest(request);
            answer[4] = (byte) 0xFF;
            answer[5] = (byte) 0xFF;
            return answer;
        }));
        try (TcpLine line = line(PATIENT)) {
            assertFailed(line.exchange(read(100, 1)), "bytes came that are no Modbus TCP frame");
            assertEquals(words(101), line.exchange(read(101, 1)));
        }
    }

    /** A timeout per byte would let this answer through after three seconds. */
    @Test
    void anAnswerThatTricklesIsCutOffAtTheDeadlineOfTheWhole() throws IOException {
        serve((number, request, out) -> {
            if (number == 1) {
                trickle(RudeServer.honest(request), out);
            } else {
                out.write(RudeServer.honest(request));
            }
        });
        try (TcpLine line = line(DEADLINE)) {
            assertFailed(line.exchange(read(100, 1)), "no whole answer within 250 ms");
            assertEquals(words(101), line.exchange(read(101, 1)));
        }
    }

    @Test
    void aWriteWithoutAnswerIsSentOnce() throws IOException {
        serve((number, request, out) -> out.flush());
        try (TcpLine line = line(DEADLINE)) {
            assertFailed(line.exchange(new Request.WriteMany(1, 40, List.of(1, 2))), "no answer within 250 ms");
        }
        assertEquals(1, server.requests().size());
    }

    @Test
    void aWriteAcknowledgedForAnotherRegisterIsNotAcknowledged() throws IOException {
        serve(once(request -> {
            byte[] answer = RudeServer.honest(request);
            answer[9]++;
            return answer;
        }));
        try (TcpLine line = line(PATIENT)) {
            assertFailed(line.exchange(new Request.WriteMany(1, 40, List.of(1, 2))), "written address 41");
            assertEquals(new Answer.Written(), line.exchange(new Request.WriteOne(1, 40, 65_535)));
            assertEquals(new Answer.Written(), line.exchange(new Request.WriteMany(1, 40, List.of(1, 2))));
        }
    }

    @Test
    void anExceptionIsAnAnswerAndKeepsTheConnection() throws IOException {
        serve(once(request -> {
            byte[] answer = java.util.Arrays.copyOf(request, 9);
            answer[5] = 3;
            answer[7] |= (byte) 0x80;
            answer[8] = 2;
            return answer;
        }));
        try (TcpLine line = line(PATIENT)) {
            assertEquals(new Answer.Refused(2), line.exchange(read(100, 1)));
            assertEquals(words(101), line.exchange(read(101, 1)));
            assertEquals(1, server.connections());
        }
    }

    /** emqx/neuron#2155, openhab/openhab-addons#18111: reconnect that never comes. */
    @Test
    void aDeviceThatHangsUpIsConnectedToAgain() throws IOException {
        serve((number, request, out) -> {
            out.write(RudeServer.honest(request));
            if (number % 2 == 0) {
                throw new IOException("hang up after every second answer");
            }
        });
        try (TcpLine line = line(PATIENT)) {
            long good = java.util.stream.IntStream.range(0, 20)
                    .filter(address -> line.exchange(read(address, 1)).equals(words(address)))
                    .count();
            assertTrue(good >= 10, good + " of 20 reads were good");
        }
    }

    @Test
    void aDeviceThatIsNotThereIsAFailureWithAdviceNotAnException() throws IOException {
        server.close();
        try (TcpLine line = line(PATIENT)) {
            assertFailed(line.exchange(read(100, 1)), "no connection (Connection refused); check power, cable");
        }
    }

    @Test
    void anInterruptDoesNotDisturbAnExchangeAndIsNotSwallowed() {
        Thread.currentThread().interrupt();
        try (TcpLine line = line(PATIENT)) {
            assertEquals(words(100), line.exchange(read(100, 1)));
        }
        assertTrue(Thread.interrupted());
    }

    private interface Alteration {
        byte[] of(byte[] request);
    }

    /** The first answer altered, all others honest. */
    private static RudeServer.Script once(Alteration alteration) {
        return (number, request, out) -> out.write(number == 1 ? alteration.of(request) : RudeServer.honest(request));
    }

    private static void trickle(byte[] answer, OutputStream out) throws IOException, InterruptedException {
        for (byte one : answer) {
            Thread.sleep(100);
            out.write(one);
        }
    }

    private void serve(RudeServer.Script script) throws IOException {
        server.close();
        server = new RudeServer(script);
    }

    private TcpLine line(Duration deadline) {
        return new TcpLine("lan1", "127.0.0.1", server.port(), deadline);
    }

    private static Request read(int address, int count) {
        return new Request.Read(1, RegisterTable.HOLDING, address, count);
    }

    private static Answer words(Integer... words) {
        return new Answer.Words(List.of(words));
    }

    private static void assertFailed(Answer answer, String part) {
        Answer.Failed failed = assertInstanceOf(Answer.Failed.class, answer);
        assertTrue(failed.reason().contains(part), failed.reason());
    }
}
