package org.wolfgate.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.Lines;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.SerialCable;

/** What goes wrong with serial ports, and whether the line says what to check first. */
class SerialTroubleTest {

    @Test
    void aPortThatIsNotThereIsNamed() {
        try (ModbusLine line = Lines.parse("rtu:/dev/no-such-port")) {
            LineContract.assertFailed(
                    line.exchange(LineContract.read(0, 1)),
                    "cannot open /dev/no-such-port: there is no such port; check that the adapter is plugged in");
        }
    }

    @Test
    void aPortThatAnotherLineHoldsIsNotShared() {
        RudeDevice device = new RudeDevice(Framing.RTU, (number, asked, out) -> out.write(Framing.RTU.honest(asked)));
        try (SerialPlace place = new SerialPlace(device);
                ModbusLine first = place.line(LineContract.PATIENT);
                ModbusLine second = place.line(LineContract.PATIENT)) {
            assertEquals(LineContract.words(3, 1), first.exchange(LineContract.read(3, 1)));
            LineContract.assertFailed(
                    second.exchange(LineContract.read(4, 1)), "another line or program holds the port");
            assertEquals(LineContract.words(5, 1), first.exchange(LineContract.read(5, 1)));
        }
    }

    /**
     * BiancoRoyal/node-red-contrib-modbus#569, Fazecast/jSerialComm#266, Fazecast/jSerialComm#372: the adapter is pulled out of a
     * running line.
     */
    @Test
    void anAdapterThatIsPulledOutIsAFailureWithAdviceAndTheLineStillCloses() {
        try (SerialCable cable = SerialCable.quick();
                ModbusLine line = Lines.parse("rtu:" + cable.near(), Duration.ofMillis(200))) {
            LineContract.assertFailed(line.exchange(LineContract.read(0, 1)), "no answer within 200 ms");
            cable.unplug();
            Await.until(
                    "the line notices",
                    () -> line.exchange(LineContract.read(0, 1)) instanceof Answer.Failed failed
                            && (failed.reason().contains("check whether the adapter is still plugged in")
                                    || failed.reason().contains("check that the adapter is plugged in")));
            assertTrue(line.label().contains(cable.near()), line.label());
        }
    }
}
