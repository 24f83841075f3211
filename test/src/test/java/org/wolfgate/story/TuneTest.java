package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.GapLine;
import org.wolfgate.drivers.modbus.Lines;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.peers.Peer;
import org.wolfgate.peers.Program;

/** evcc-io/evcc#316, #6953, OpenEMS/openems#3099: a device that needs a rest was taken for one that times out. */
class TuneTest {

    private static final int NEEDS_MILLIS = 200;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void thePauseThatTuneFindsCuresADeviceThatIsAskedTooFast() throws IOException, InterruptedException {
        int port = Peer.freePort();
        String script = Objects.requireNonNull(TuneTest.class.getResource("/peers/slow_meter.py"))
                .getPath();
        try (Program meter = Program.start(
                List.of("/usr/bin/python3", script, Integer.toString(port), Integer.toString(NEEDS_MILLIS)))) {
            meter.awaitLine("the meter serves", "serving"::equals);
            Verb tune = Verb.run(
                    folder,
                    List.of(),
                    "tune",
                    "tcp:127.0.0.1:" + port,
                    "--gaps",
                    "400,0",
                    "--tries",
                    "5",
                    "--deadline",
                    "250");
            assertEquals(0, tune.code(), tune::printed);
            assertTrue(tune.printed().contains("knee at 400 ms"), tune::printed);
            assertTrue(tune.printed().contains("its line in the configuration:  gap: 600 ms"), tune::printed);
            try (ModbusLine hasty = Lines.parse("tcp:127.0.0.1:" + port, Duration.ofMillis(250));
                    ModbusLine rested = new GapLine(
                            Lines.parse("tcp:127.0.0.1:" + port, Duration.ofSeconds(5)), Duration.ofMillis(600))) {
                assertInstanceOf(Answer.Words.class, rested.exchange(read(0)));
                for (int address = 1; address < 4; address++) {
                    assertEquals(new Answer.Words(List.of(address)), rested.exchange(read(address)));
                }
                assertInstanceOf(Answer.Failed.class, hasty.exchange(read(5)));
            }
        }
    }

    private static Request read(int address) {
        return new Request.Read(1, RegisterTable.HOLDING, address, 1);
    }
}
