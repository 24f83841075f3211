package org.wolfgate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.Lines;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;
import org.wolfgate.simulate.Cable;

/** Our line and a gateway of pymodbus: many units, one connection, and cables that fail in every way. */
class GatewayTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    /** influxdata/telegraf#7523: many units on one line. */
    @Test
    void thirtyTwoUnitsOnOneConnectionKeepTheirValuesApart() {
        int port = Peer.freePort();
        try (Peer gateway = gateway(port, IntStream.rangeClosed(1, 32).toArray());
                Program valve = onlyConnection(port);
                ModbusLine line = Lines.parse("tcp:127.0.0.1:" + valvePort(valve), Duration.ofSeconds(5))) {
            for (int round = 0; round < 2; round++) {
                for (int unit = 32; unit >= 1; unit--) {
                    assertEquals(
                            new Answer.Words(List.of(100 * unit + 7, 100 * unit + 8)),
                            line.exchange(read(unit, 7, 2)),
                            gateway.output());
                }
            }
        }
    }

    /** influxdata/telegraf#9279, evcc-io/evcc#224: unit id 0 and 255 on TCP are two ids, and each is asked as it was typed. */
    @Test
    void unitZeroAndUnit255AreAskedAsTheyAreTyped() {
        int port = Peer.freePort();
        try (Peer gateway = gateway(port, 1, 255);
                ModbusLine line = Lines.parse("tcp:127.0.0.1:" + port, SHORT)) {
            assertEquals(new Answer.Words(List.of(25_500)), line.exchange(read(255, 0, 1)), gateway.output());
            assertInstanceOf(Answer.Failed.class, line.exchange(read(0, 0, 1)));
            assertEquals(new Answer.Words(List.of(100)), line.exchange(read(1, 0, 1)), gateway.output());
        }
    }

    /**
     * openhab/openhab1-addons#1865, #4226, #626: many devices accept one connection; polling and commanding share it. The
     * valve takes one connection in its life and no second.
     */
    @Test
    void aMeterAndAPlantShareTheOnlyConnectionOfTheirDevice() {
        int port = Peer.freePort();
        try (Peer gateway = gateway(port, 1);
                Program valve = onlyConnection(port);
                Bus bus = Objects.requireNonNull(DriverProvider.installed().get("modbus-tcp"))
                        .line(
                                "gateway",
                                yaml("host: 127.0.0.1\ndeadline: 5 s\nport: " + valvePort(valve)),
                                Path.of("none"))
                        .withMeter("m", yaml("profile: siemens-pac3200"))
                        .withLimit("p", ActivePower.ofKilowatts(100), yaml("profile: percent-set-point"))
                        .open()) {
            assertTrue(bus.meter("m").read().power().value().isPresent(), gateway.output());
            String refusal = bus.limit("p").apply(ActivePower.ofKilowatts(50)).reason();
            assertTrue(!refusal.contains("no connection"), refusal);
            assertTrue(bus.meter("m").read().power().value().isPresent(), gateway.output());
        }
    }

    /** openhab/openhab-addons#8187, BiancoRoyal/node-red-contrib-modbus#6, #69: half open, blackholed, cut; and back each time. */
    @Test
    void afterEveryFailureOfTheCableTheNextReadingsAreRightAgain() {
        int port = Peer.freePort();
        try (Peer gateway = gateway(port, 1);
                Cable cable = Cable.to(port);
                ModbusLine line = Lines.parse(cable.url().replace("tcp://", "tcp:"), SHORT)) {
            assertEquals(new Answer.Words(List.of(103)), line.exchange(read(1, 3, 1)), gateway.output());
            for (Runnable failure : List.<Runnable>of(cable::mute, cable::cut, cable::mute)) {
                failure.run();
                assertInstanceOf(Answer.Failed.class, line.exchange(read(1, 4, 1)));
                cable.mend();
                Await.until(
                        "the line is back",
                        () -> line.exchange(read(1, 5, 1)).equals(new Answer.Words(List.of(105))),
                        gateway::output);
                assertEquals(new Answer.Words(List.of(106)), line.exchange(read(1, 6, 1)));
            }
        }
    }

    private static Peer gateway(int port, int... units) {
        String script = Objects.requireNonNull(GatewayTest.class.getResource("/peers/pymodbus_units.py"))
                .getPath();
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script, Integer.toString(port)));
        IntStream.of(units).mapToObj(Integer::toString).forEach(command::add);
        return Peer.server("python3-pymodbus", port, command);
    }

    /** socat without fork: it takes one connection and ends with it. */
    private static Program onlyConnection(int port) {
        int valve = Peer.freePort();
        Program socat = Program.start(
                "socat",
                List.of("socat", "-d", "-d", "TCP4-LISTEN:" + valve + ",bind=127.0.0.1", "TCP4:127.0.0.1:" + port));
        socat.awaitLine("socat listens", line -> line.contains("listening on"));
        return socat;
    }

    private static int valvePort(Program valve) {
        return valve.lines().stream()
                .filter(line -> line.contains("listening on"))
                .map(line -> Integer.valueOf(line.substring(line.lastIndexOf(':') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static Request read(int unit, int address, int count) {
        return new Request.Read(unit, RegisterTable.HOLDING, address, count);
    }

    private static Section yaml(String text) {
        return Yaml.read("site.yaml", text, new Problems()).orElseThrow();
    }
}
