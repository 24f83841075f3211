package org.wolfgate.drivers.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.BusLoop;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Fault;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** Whole journeys: profile, wall, wire and simulated device. Time stands still except where it is let go. */
class RiversideSubstationTest {

    private static final ActivePower WIND_RATING = ActivePower.ofKilowatts(45_000);

    private final RiversideSubstation riverside = RiversideSubstation.startStill(RiversideSettings.onFreePorts(7));

    RiversideSubstationTest() throws IOException {}

    @AfterEach
    void close() {
        riverside.close();
    }

    @Test
    void aMeterGivesPowerFrequencyAndCounters() {
        try (Bus bus = meterBus("wind-meter", "")) {
            MeterReading reading = bus.meter("m").read();
            assertTrue(reading.power().isGood()
                    && reading.power().value().orElseThrow().watts() > 1_000_000);
            int millihertz = reading.frequency().value().orElseThrow().millihertz();
            assertTrue(Math.abs(millihertz - 60_000) < 200, "frequency " + millihertz);
            assertTrue(reading.exported().value().orElseThrow().wattHours() >= 1_000_000_000L);
            assertEquals(0, reading.imported().value().orElseThrow().wattHours());
        }
    }

    @Test
    void aMeterMountedTheOtherWayRoundIsTurnedByItsKey() {
        try (Bus bus = meterBus("wind-meter", "inverted: true")) {
            MeterReading reading = bus.meter("m").read();
            assertTrue(reading.power().value().orElseThrow().watts() < -1_000_000);
            assertEquals(0, reading.exported().value().orElseThrow().wattHours());
        }
    }

    @Test
    void aSetPointIsWrittenReadBackObeyedAndHeldAcrossConnections() {
        ActivePower cap = ActivePower.ofKilowatts(5_000);
        try (Bus bus = plantBus()) {
            assertEquals(Reading.good(WIND_RATING), bus.limit("p").readBack());
            assertEquals(Reading.good(cap), bus.limit("p").apply(new ActivePower(5_000_999)));
        }
        riverside.advance(Duration.ofSeconds(60));
        try (Bus bus = plantBus();
                Bus meterBus = meterBus("wind-meter", "")) {
            assertEquals(Reading.good(cap), bus.limit("p").readBack());
            assertTrue(bus.limit("p").available().value().orElseThrow().compareTo(cap) > 0);
            long watts =
                    meterBus.meter("m").read().power().value().orElseThrow().watts();
            assertTrue(Math.abs(watts - cap.watts()) <= 4_000, "meter shows " + watts);
        }
    }

    @Test
    void aCapBelowZeroStopsThePlantAndOneAboveTheRatingReleasesIt() {
        try (Bus bus = plantBus()) {
            PowerLimit limit = bus.limit("p");
            assertEquals(Reading.good(ActivePower.ZERO), limit.apply(new ActivePower(-5)));
            assertEquals(Reading.good(WIND_RATING), limit.apply(ActivePower.ofKilowatts(999_999)));
        }
    }

    @Test
    void everyFaultOfADeviceIsAReadingWithoutValueAndThenItRecovers() {
        try (Bus bus = meterBus("wind-meter", "")) {
            Meter meter = bus.meter("m");
            assertTrue(meter.read().answered());
            for (Fault.Kind kind : Fault.Kind.values()) {
                Fault fault = new Fault(kind, Duration.ofMillis(kind == Fault.Kind.LATE ? 600 : 60));
                riverside.misbehave("wind-meter", fault);
                MeterReading reading = meter.read();
                assertEquals(kind == Fault.Kind.NONE, reading.answered(), kind + ": " + reading);
                assertEquals(
                        kind != Fault.Kind.NONE,
                        reading.power().reason().contains("unit 1, power 3059 (doc. 3060): "),
                        reading.power().reason());
                riverside.misbehave("wind-meter", Fault.NONE);
                assertTrue(meter.read().answered(), "after " + kind);
            }
        }
    }

    @Test
    void aWriteWithoutAnswerIsNeitherConfirmedNorRepeated() {
        riverside.misbehave("wind-plant", Fault.of(Fault.Kind.SILENT));
        try (Bus bus = plantBus()) {
            Reading<ActivePower> confirmed = bus.limit("p").apply(ActivePower.ZERO);
            assertEquals(Quality.MISSING, confirmed.quality());
            assertTrue(confirmed.reason().contains("set-point 1000 (doc. 1000): written, but it is not known"));
        }
    }

    @Test
    void aDeviceThatDropsItsConnectionsIsBackAtTheNextVisit() {
        try (Bus bus = meterBus("wind-meter", "")) {
            assertTrue(bus.meter("m").read().answered());
            riverside.cutConnections("wind-meter");
            boolean first = bus.meter("m").read().answered();
            assertTrue(first || bus.meter("m").read().answered());
        }
    }

    @Test
    void theLoopOfALinePollsAndCommandsTheRealThing() throws InterruptedException {
        LinkedBlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        try (BusLoop loop = BusLoop.start("wind", plantBus());
                BusLoop meters = BusLoop.start("meters", meterBus("wind-meter", ""))) {
            meters.poll(
                    "m", meters.bus().meter("m"), Duration.ofHours(1), (id, reading) -> heard.add(reading.answered()));
            assertEquals(true, heard.poll(10, TimeUnit.SECONDS));
            loop.command("p", loop.bus().limit("p"), ActivePower.ZERO, (id, reading) -> heard.add(reading));
            assertEquals(Reading.good(ActivePower.ZERO), heard.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aPortInUseIsNamedAndNothingIsLeftListening() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RiversideSettings settings = RiversideSettings.onFreePorts(1).onPortsFrom(taken.getLocalPort() - 2);
            IOException e = assertThrows(IOException.class, () -> RiversideSubstation.start(settings));
            assertTrue(String.valueOf(e.getMessage()).contains("127.0.0.1:"), e.toString());
        }
    }

    @Test
    void aLineThatIsConfiguredWronglyNamesEveryPlace() {
        Problems problems = new Problems();
        try (Section keys = yaml("host: 127.0.0.1\nport: 70000\ndeadline: 1 h\nbaud: 9600", problems)) {
            provider().line("l", keys, Path.of("none"));
        }
        try (Section keys = yaml("profile: no-such\nunit: 300", problems)) {
            provider().line("l", yaml("host: h", problems), Path.of("none")).withMeter("m", keys);
        }
        assertEquals(5, problems.list().size(), problems.list().toString());
        assertFalse(problems.isEmpty());
    }

    private Bus meterBus(String device, String more) {
        return open(device, line -> line.withMeter("m", yaml("profile: schneider-pm5500\n" + more, new Problems())));
    }

    private Bus plantBus() {
        return open(
                "wind-plant",
                line -> line.withLimit("p", WIND_RATING, yaml("profile: kilowatt-set-point", new Problems())));
    }

    private Bus open(String device, java.util.function.UnaryOperator<LineSettings> devices) {
        Problems problems = new Problems();
        String keys = "host: 127.0.0.1\ndeadline: 400 ms\nport: " + riverside.port(device);
        Bus bus = devices.apply(provider().line(device, yaml(keys, problems), Path.of("none")))
                .open();
        assertTrue(problems.isEmpty(), problems.list().toString());
        return bus;
    }

    private static DriverProvider provider() {
        return Optional.ofNullable(DriverProvider.installed().get("modbus-tcp")).orElseThrow();
    }

    private static Section yaml(String text, Problems problems) {
        return Yaml.read("test.yaml", text, problems).orElseThrow();
    }
}
