package org.wolfgate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** Our wall against the Modbus server of pymodbus: its meter is read, its set-point written. */
class PymodbusReadByUsTest {

    private static final ActivePower RATING = ActivePower.ofKilowatts(60_000);

    @Test
    void aMeterServedByPymodbusIsReadExactly() throws IOException {
        int port = Peer.freePort();
        try (Peer peer = pymodbus(port);
                Bus bus = line(port)
                        .withMeter("m", yaml("profile: schneider-pm5500"))
                        .open()) {
            MeterReading expected = new MeterReading(
                    Reading.good(new ActivePower(31_500_000)),
                    Reading.good(new Frequency(59_987)),
                    Reading.good(new Energy(9_007_199_254_740_993L)),
                    Reading.good(new Energy(42)));
            assertEquals(expected, bus.meter("m").read(), peer.output());
            assertEquals(expected, bus.meter("m").read(), peer.output());
        }
    }

    @Test
    void aSetPointServedByPymodbusIsWrittenAndConfirmed() throws IOException {
        int port = Peer.freePort();
        try (Peer peer = pymodbus(port);
                Bus bus = line(port)
                        .withLimit("p", RATING, yaml("profile: kilowatt-set-point"))
                        .open()) {
            assertEquals(Reading.good(RATING), bus.limit("p").readBack(), peer.output());
            assertEquals(
                    Reading.good(ActivePower.ofKilowatts(12_345)),
                    bus.limit("p").apply(new ActivePower(12_345_678)));
            assertEquals(
                    Reading.good(ActivePower.ofKilowatts(48_000)),
                    bus.limit("p").available());
        }
    }

    @Test
    void contactsServedByPymodbusAreReadAsDiscreteInputsAndAsBitsOfARegister() throws IOException {
        int port = Peer.freePort();
        try (Peer peer = pymodbus(port);
                Bus bus = line(port)
                        .withContact("closed", yaml("table: discrete\naddress: 2"))
                        .withContact("open", yaml("table: discrete\naddress: 3"))
                        .withContact("bit", yaml("table: holding\naddress: 1015\nbit: 5"))
                        .withContact("other", yaml("table: holding\naddress: 1015\nbit: 4"))
                        .withContact("nowhere", yaml("table: discrete\naddress: 900"))
                        .open()) {
            assertEquals(Reading.good(true), bus.contact("closed").read(), peer.output());
            assertEquals(Reading.good(false), bus.contact("open").read());
            assertEquals(Reading.good(true), bus.contact("bit").read());
            assertEquals(Reading.good(false), bus.contact("other").read());
            assertFalse(bus.contact("nowhere").read().isGood());
        }
    }

    /** influxdata/telegraf#11782: one absent unit discarded everybody's data. */
    @Test
    void anAbsentUnitOfTheSameServerGivesNoValueAndTheOtherIsStillRead() throws IOException {
        int port = Peer.freePort();
        try (Peer peer = pymodbus(port);
                Bus bus = line(port)
                        .withMeter("there", yaml("profile: schneider-pm5500"))
                        .withMeter("absent", yaml("profile: schneider-pm5500\nunit: 9"))
                        .open()) {
            assertFalse(bus.meter("absent").read().answered(), peer.output());
            assertTrue(bus.meter("there").read().answered(), peer.output());
        }
    }

    /** An unplugged device is read again when it is back, on the same line and without help. */
    @Test
    void aServerThatWasRestartedIsReadAgain() throws IOException {
        int port = Peer.freePort();
        try (Bus bus =
                line(port).withMeter("m", yaml("profile: schneider-pm5500")).open()) {
            assertFalse(bus.meter("m").read().answered());
            try (Peer first = pymodbus(port)) {
                assertTrue(bus.meter("m").read().answered(), first.output());
            }
            assertFalse(bus.meter("m").read().answered());
            try (Peer second = pymodbus(port)) {
                assertTrue(bus.meter("m").read().answered(), second.output());
            }
        }
    }

    private static Peer pymodbus(int port) throws IOException {
        String script = Objects.requireNonNull(PymodbusReadByUsTest.class.getResource("/peers/pymodbus_meter.py"))
                .getPath();
        return Peer.server(
                "python3-pymodbus and python3-serial-asyncio",
                port,
                List.of("/usr/bin/python3", script, Integer.toString(port)));
    }

    private static LineSettings line(int port) {
        return Objects.requireNonNull(DriverProvider.installed().get("modbus-tcp"))
                .line("pymodbus", yaml("host: 127.0.0.1\ndeadline: 2 s\nport: " + port), Path.of("none"));
    }

    private static Section yaml(String text) {
        return Yaml.read("peer.yaml", text, new Problems()).orElseThrow();
    }
}
