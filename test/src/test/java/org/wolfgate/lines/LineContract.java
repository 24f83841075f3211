package org.wolfgate.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;

/** What every line keeps to, towards devices that do not: no wrong value, no repeated write, and the line recovers. */
abstract class LineContract {

    static final Duration SHORT = Duration.ofMillis(600);
    static final Duration PATIENT = Duration.ofSeconds(10);

    private final Framing framing;

    LineContract(Framing framing) {
        this.framing = framing;
    }

    /** The transport under test with this device at its end. */
    abstract Place place(RudeDevice device) throws IOException;

    final Place serving(RudeDevice.Script script) throws IOException {
        return place(new RudeDevice(framing, script));
    }

    final Framing framing() {
        return framing;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 60, 125})
    void registersAreReadFromBothTables(int count) throws IOException {
        try (Place place = serving(this::honest);
                ModbusLine line = place.line(PATIENT)) {
            assertEquals(words(7, count), line.exchange(read(7, count)));
            assertEquals(words(65_535 - count, count), line.exchange(input(65_535 - count, count)));
        }
    }

    /** In the honest device every second input is set. */
    @Test
    void aDiscreteInputIsOneOrZero() throws IOException {
        try (Place place = serving(this::honest);
                ModbusLine line = place.line(PATIENT)) {
            assertEquals(words(1, 1), line.exchange(new Request.ReadInput(1, 7)));
            assertEquals(words(0, 1), line.exchange(new Request.ReadInput(1, 65_534)));
            assertEquals(2, place.device().requests().get(0).function());
        }
    }

    /** Two registers' worth of bytes where one byte was asked for. */
    @Test
    void aDiscreteInputOfMoreThanOneByteIsNoAnswer() throws IOException {
        RudeDevice.Script wide = (number, asked, out) ->
                out.write(framing.frame(asked.transaction(), asked.unit(), new byte[] {2, 2, 1, 0}));
        try (Place place = serving(wide);
                ModbusLine line = place.line(SHORT)) {
            assertInstanceOf(Answer.Failed.class, line.exchange(new Request.ReadInput(1, 7)));
        }
    }

    @Test
    void writesReachTheDeviceWordForWord() throws IOException {
        List<Integer> words = IntStream.range(0, 123).mapToObj(i -> 65_535 - i).toList();
        try (Place place = serving(this::honest);
                ModbusLine line = place.line(PATIENT)) {
            assertEquals(new Answer.Written(), line.exchange(new Request.WriteOne(247, 40, 65_535)));
            assertEquals(new Answer.Written(), line.exchange(new Request.WriteMany(1, 40, words)));
            assertEquals(247, place.device().requests().get(0).unit());
            assertEquals(65_535, place.device().requests().get(0).count());
            byte[] many = place.device().requests().get(1).pdu();
            assertEquals(6 + 246, many.length);
            assertEquals(65_535 - 122, (many[250] & 0xFF) << 8 | (many[251] & 0xFF));
        }
    }

    /** steveohara/j2mod#165, goburrow/modbus#64, pymodbus-dev/pymodbus#2636: for ever one answer out of step. */
    @Test
    void aLateAnswerNeverBecomesAnotherRegistersValue() throws IOException {
        CountDownLatch gaveUp = new CountDownLatch(1);
        RudeDevice.Script lateOnce = (number, asked, out) -> {
            if (number == 1) {
                gaveUp.await();
            }
            honest(number, asked, out);
        };
        try (Place place = serving(lateOnce);
                ModbusLine line = place.line(SHORT)) {
            assertFailed(line.exchange(read(100, 1)), "no answer within 600 ms");
            gaveUp.countDown();
            for (int address = 101; address < 110; address++) {
                assertEquals(words(address, 1), line.exchange(read(address, 1)));
            }
        }
    }

    @Test
    void aDeviceThatAnswersTwiceStillGivesEachRegisterItsOwnValue() throws IOException {
        RudeDevice.Script twice = (number, asked, out) -> {
            byte[] answer = framing.honest(asked);
            byte[] both = Arrays.copyOf(answer, 2 * answer.length);
            System.arraycopy(answer, 0, both, answer.length, answer.length);
            out.write(both);
        };
        try (Place place = serving(twice);
                ModbusLine line = place.line(PATIENT)) {
            for (int address = 100; address < 105; address++) {
                Answer answer = line.exchange(read(address, 1));
                assertTrue(answer instanceof Answer.Failed || answer.equals(words(address, 1)), answer.toString());
            }
        }
    }

    @Test
    void anAnswerFromAnotherUnitIsNoAnswer() throws IOException {
        refused(asked -> framing.frame(asked.transaction(), asked.unit() + 1, asked.honest()), "unit");
    }

    @Test
    void anAnswerToAnotherFunctionIsNoAnswer() throws IOException {
        refused(
                asked -> {
                    byte[] other = asked.honest();
                    other[0] = 4;
                    return framing.frame(asked.transaction(), asked.unit(), other);
                },
                "function");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 11})
    void oneWordTooFewOrTooManyIsNoAnswer(int count) throws IOException {
        refused(asked -> framing.frame(asked.transaction(), asked.unit(), asked.words(asked.address(), count)), "");
    }

    @Test
    void anExceptionToAnotherFunctionIsNoAnswer() throws IOException {
        refused(asked -> framing.frame(asked.transaction(), asked.unit(), new byte[] {(byte) 0x84, 2}), "");
    }

    @Test
    void garbageIsNoAnswer() throws IOException {
        byte[] garbage = new byte[40];
        Arrays.fill(garbage, (byte) 0xFF);
        refused(asked -> garbage, "");
    }

    /** A device that stalls or hangs up in the middle of its answer, OpenEMS/openems#3875, emqx/neuron#2155. */
    @Test
    void anAnswerCutInTheMiddleIsNoAnswer() throws IOException {
        RudeDevice.Script cut = (number, asked, out) -> {
            byte[] answer = framing.honest(asked);
            out.write(number == 1 ? Arrays.copyOf(answer, answer.length - 3) : answer);
        };
        try (Place place = serving(cut);
                ModbusLine line = place.line(SHORT)) {
            assertFailed(line.exchange(read(100, 10)), "no whole answer within 600 ms", "no answer within 600 ms");
            assertEquals(words(200, 10), line.exchange(read(200, 10)));
        }
    }

    /** A timeout for each byte would let this answer through after many seconds. */
    @Test
    void anAnswerThatTricklesIsCutOffAtTheDeadlineOfTheWhole() throws IOException {
        RudeDevice.Script trickle = (number, asked, out) -> {
            if (number > 1) {
                honest(number, asked, out);
                return;
            }
            for (byte one : framing.honest(asked)) {
                Thread.sleep(100);
                out.write(one);
            }
        };
        try (Place place = serving(trickle);
                ModbusLine line = place.line(SHORT)) {
            assertInstanceOf(Answer.Failed.class, line.exchange(read(100, 1)));
            assertEquals(words(101, 1), Place.recovered(line, read(101, 1)));
        }
    }

    @Test
    void aWriteWithoutAnswerIsSentOnce() throws IOException {
        try (Place place = serving((number, asked, out) -> out.flush());
                ModbusLine line = place.line(SHORT)) {
            assertFailed(line.exchange(new Request.WriteMany(1, 40, List.of(1, 2))), "no answer within 600 ms");
            assertEquals(1, place.device().requests().size());
        }
    }

    @Test
    void aWriteAcknowledgedForAnotherRegisterIsNotAcknowledged() throws IOException {
        RudeDevice.Script other = (number, asked, out) -> {
            byte[] answer = asked.honest();
            answer[2]++;
            out.write(framing.frame(asked.transaction(), asked.unit(), answer));
        };
        try (Place place = serving(other);
                ModbusLine line = place.line(PATIENT)) {
            assertFailed(line.exchange(new Request.WriteMany(1, 40, List.of(1, 2))), "written address 41");
            assertFailed(line.exchange(new Request.WriteOne(1, 50, 3)), "written address 51");
        }
    }

    @Test
    void anExceptionIsAnAnswerAndTheLineGoesOn() throws IOException {
        RudeDevice.Script refusing = (number, asked, out) -> out.write(
                number == 1
                        ? framing.frame(asked.transaction(), asked.unit(), asked.exception(2))
                        : framing.honest(asked));
        try (Place place = serving(refusing);
                ModbusLine line = place.line(PATIENT)) {
            assertEquals(new Answer.Refused(2), line.exchange(read(100, 1)));
            assertEquals(words(101, 1), line.exchange(read(101, 1)));
        }
    }

    @Test
    void anInterruptIsNotSwallowed() throws IOException {
        try (Place place = serving(this::honest);
                ModbusLine line = place.line(PATIENT)) {
            Thread.currentThread().interrupt();
            Answer answer = line.exchange(read(100, 1));
            assertTrue(Thread.interrupted(), "the interrupt was lost");
            assertTrue(answer instanceof Answer.Failed || answer.equals(words(100, 1)), answer.toString());
            assertEquals(words(101, 1), line.exchange(read(101, 1)));
        }
    }

    @Test
    void damagedAnswersNeverInventAValueAndTheLineRecovers() throws IOException {
        Fuzz fuzz = new Fuzz(framing);
        try (Place place = serving(fuzz.script());
                ModbusLine line = place.line(fuzzDeadline())) {
            fuzz.run(line, fuzzCases());
        }
    }

    /** More where a damaged answer costs less; {@code -Dwolfgate.fuzz.lines=20000} for the long run. */
    int fuzzCases() {
        return Integer.getInteger("wolfgate.fuzz.lines", 300);
    }

    Duration fuzzDeadline() {
        return PATIENT;
    }

    /** The first answer altered, all others honest: the first is refused, and the line recovers. */
    private void refused(Function<Asked, byte[]> alteration, String part) throws IOException {
        RudeDevice.Script once =
                (number, asked, out) -> out.write(number == 1 ? alteration.apply(asked) : framing.honest(asked));
        try (Place place = serving(once);
                ModbusLine line = place.line(Duration.ofSeconds(2))) {
            assertFailed(line.exchange(read(100, 10)), part);
            assertEquals(words(200, 10), Place.recovered(line, read(200, 10)));
        }
    }

    final void honest(int number, Asked asked, OutputStream out) throws IOException {
        out.write(framing.honest(asked));
    }

    static Request read(int address, int count) {
        return new Request.Read(1, RegisterTable.HOLDING, address, count);
    }

    private static Request input(int address, int count) {
        return new Request.Read(1, RegisterTable.INPUT, address, count);
    }

    static Answer words(int first, int count) {
        return new Answer.Words(IntStream.range(first, first + count).boxed().toList());
    }

    static void assertFailed(Answer answer, String... parts) {
        String reason = assertInstanceOf(Answer.Failed.class, answer).reason();
        assertTrue(Arrays.stream(parts).anyMatch(reason::contains), reason);
    }
}
