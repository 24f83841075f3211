package org.wolfgate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.Lines;
import org.wolfgate.drivers.modbus.MeasuredLine;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;

/** Our serial line against the Modbus RTU server of pymodbus, over a line as slow as a real one. */
class PymodbusOnSerialTest {

    private static final int BAUD = 19_200;

    /** home-assistant/core#122607, #115982, 3cky/mbusd#88, espressif/esp-modbus#165: one silent unit and the bus is dead. */
    @Test
    void registersAreReadAndWrittenAndAnAbsentUnitSpoilsNothing() {
        try (SerialCable cable = SerialCable.paced(BAUD);
                Program pymodbus = pymodbus(cable);
                MeasuredLine line = Lines.parse("rtu:" + cable.near() + ":" + BAUD + ":8N1", Duration.ofSeconds(3))) {
            Await.until(
                    "pymodbus answers",
                    () -> line.exchange(read(1, 0, 1)) instanceof Answer.Words,
                    () -> pymodbus.lines().toString());
            assertEquals(words(100, 60), line.exchange(read(1, 100, 60)));
            assertEquals(words(7, 2), line.exchange(new Request.Read(1, RegisterTable.INPUT, 7, 2)));
            assertEquals(new Answer.Written(), line.exchange(new Request.WriteMany(1, 40, List.of(900, 901))));
            assertEquals(new Answer.Written(), line.exchange(new Request.WriteOne(1, 42, 902)));
            assertEquals(words(900, 3), line.exchange(read(1, 40, 3)));
            assertEquals(new Answer.Refused(2), line.exchange(read(1, 5_000, 1)));
            assertInstanceOf(Answer.Failed.class, line.exchange(read(9, 0, 1)));
            assertEquals(words(900, 3), line.exchange(read(1, 40, 3)));
        }
    }

    private static Program pymodbus(SerialCable cable) {
        String script = Objects.requireNonNull(PymodbusOnSerialTest.class.getResource("/peers/pymodbus_serial.py"))
                .getPath();
        return Program.start(List.of("/usr/bin/python3", script, cable.far().toString(), Integer.toString(BAUD)));
    }

    private static Request read(int unit, int address, int count) {
        return new Request.Read(unit, RegisterTable.HOLDING, address, count);
    }

    private static Answer words(int first, int count) {
        return new Answer.Words(IntStream.range(first, first + count).boxed().toList());
    }
}
