package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.wire.SerialSettings;

/** The serial line's silences and rebuilding, on a clock that the test winds. */
class RtuLineTest {

    private static final SerialSettings PORT = SerialSettings.of("/dev/ttyUSB0", 9600, "8E1");
    private static final Duration DEADLINE = Duration.ofMillis(500);
    private static final Request READ = new Request.Read(1, RegisterTable.HOLDING, 100, 1);

    private boolean silent;
    private final ScriptedWire wire = new ScriptedWire(asked -> silent ? new byte[0] : answer(asked));
    private final RtuLine line = line(PORT);

    private RtuLine line(SerialSettings port) {
        return new RtuLine("bus1", wire::open, RtuLine.Medium.serial(port), DEADLINE, wire::nanos);
    }

    /** Modbus over serial line 1.02, section 2.5.1.1; j2mod kept no silence at all up to 19200 baud, steveohara/j2mod#152. */
    @Test
    void thereAreThreeAndAHalfCharactersOfSilenceBeforeEachRequest() {
        line.exchange(READ);
        long before = wire.nanos();
        line.exchange(READ);
        double silence = 3.5 * 11 / 9600 * 1e9;
        assertTrue(wire.nanos() - before >= silence, (wire.nanos() - before) + " ns");
    }

    /** pymodbus-dev/pymodbus#2636: the late answer to request 1 is accepted for request 2. */
    @Test
    void afterATimeoutTheLateAnswerIsWaitedForAndThrownAway() {
        silent = true;
        assertInstanceOf(Answer.Failed.class, line.exchange(READ));
        wire.arrive(answer(RtuFrame.of(READ)));
        silent = false;
        Request other = new Request.Read(1, RegisterTable.HOLDING, 200, 1);
        long before = wire.nanos();
        assertEquals(new Answer.Words(List.of(200)), line.exchange(other));
        assertTrue(wire.nanos() - before >= DEADLINE.toNanos(), "as long again as was waited");
    }

    /** esphome/issues#2933, OpenEMS/openems#1977: only the silent unit's own kind of request has to wait. */
    @Test
    void afterATimeoutOtherUnitsAndWritesGoOnAtOnce() {
        silent = true;
        line.exchange(READ);
        silent = false;
        long before = wire.nanos();
        assertEquals(new Answer.Written(), line.exchange(new Request.WriteOne(1, 7, 8)));
        assertInstanceOf(Answer.Words.class, line.exchange(new Request.Read(2, RegisterTable.HOLDING, 1, 1)));
        assertTrue(wire.nanos() - before < DEADLINE.toNanos() / 5, (wire.nanos() - before) + " ns");
    }

    /** OpenEMS/openems#3875, openhab/openhab-addons#17426: a line that never comes back. */
    @Test
    void aPortWithoutAnyGoodAnswerForHalfAMinuteIsOpenedAnew() {
        silent = true;
        long before = wire.nanos();
        while (wire.nanos() - before < Duration.ofSeconds(40).toNanos()) {
            line.exchange(READ);
        }
        assertEquals(2, wire.opened);
        silent = false;
        assertEquals(new Answer.Words(List.of(100)), line.exchange(READ));
    }

    @Test
    void aPortThatIsGoneIsTriedAgainWithEachRequest() {
        line.exchange(READ);
        wire.gone = true;
        assertEquals(new Answer.Failed("the port is gone"), line.exchange(READ));
        assertEquals(new Answer.Failed("the port is gone"), line.exchange(READ));
        wire.gone = false;
        assertEquals(new Answer.Words(List.of(100)), line.exchange(READ));
        assertEquals(2, wire.opened);
    }

    /** A two-wire adapter hears itself: the echo of a single write looks exactly like its acknowledgement. */
    @Test
    void theEchoOfAWriteIsNotItsAcknowledgement() {
        boolean[] deaf = {true};
        ScriptedWire echoing = new ScriptedWire(asked -> deaf[0] ? asked : joined(asked, answer(asked)));
        RtuLine two =
                new RtuLine("bus2", echoing::open, RtuLine.Medium.serial(PORT.withEcho()), DEADLINE, echoing::nanos);
        assertInstanceOf(Answer.Failed.class, two.exchange(new Request.WriteOne(1, 7, 8)));
        deaf[0] = false;
        assertEquals(new Answer.Written(), two.exchange(new Request.WriteOne(1, 7, 8)));
        assertEquals(new Answer.Words(List.of(100)), two.exchange(READ));
    }

    @Test
    void aProbeGivesUpSooner() {
        silent = true;
        long before = wire.nanos();
        line.probe(READ, Duration.ofMillis(50));
        assertTrue(wire.nanos() - before < Duration.ofMillis(100).toNanos(), (wire.nanos() - before) + " ns");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** One register holding its address, or the acknowledgement of a single write. */
    private static byte[] answer(byte[] asked) {
        return asked[1] == 6 ? asked : RtuFrame.sealed(new byte[] {asked[0], asked[1], 2, asked[2], asked[3], 0, 0});
    }
}
