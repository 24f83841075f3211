package org.wolfgate.drivers.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.profile.Profiles;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** A configuration's devices, simulated and read by the same profiles that describe them. */
class SimulatedSiteTest {

    private static final ActivePower RATING = ActivePower.ofKilowatts(20_000);
    private static final Profiles PROFILES = new Profiles(Path.of("none"));

    /** Little and big words, floats and integers, both tables, import and export positive. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "schneider-pm5500",
                "eastron-sdm630",
                "janitza-umg96",
                "abb-b23",
                "phoenix-eem-ma370",
                "socomec-diris-a40",
                "lovato-dmg600"
            })
    void whatAMakeOfMeterShowsIsReadBackByItsProfile(String profile) throws IOException {
        for (boolean inverted : new boolean[] {false, true}) {
            try (SimulatedSite site = SimulatedSite.start(settings(profile, inverted));
                    Bus bus = bus(site, profile, inverted)) {
                MeterReading reading = bus.meter("m").read();
                assertTrue(reading.power().isGood(), reading::toString);
                long watts = reading.power().value().orElseThrow().watts();
                assertTrue(watts > 0 && watts <= RATING.watts(), profile + ": " + watts + " W");
                int millihertz = reading.frequency().value().orElseThrow().millihertz();
                assertEquals(60_000, millihertz, 500, profile);
                long exported = reading.exported().value().orElseThrow().wattHours();
                long imported = reading.imported().value().orElseThrow().wattHours();
                assertTrue(exported > imported, profile + ": " + reading);
            }
        }
    }

    @Test
    void aPlantTakesItsSetPointAndConfirmsIt() throws IOException {
        try (SimulatedSite site = SimulatedSite.start(settings("schneider-pm5500", false));
                Bus bus = bus(site, "schneider-pm5500", false)) {
            ActivePower half = ActivePower.ofKilowatts(10_000);
            assertEquals(half, bus.limit("p").apply(half).value().orElseThrow());
            assertEquals(half, bus.limit("p").readBack().value().orElseThrow());
        }
    }

    /** influxdata/telegraf#11782: one absent unit must not take the others along. */
    @Test
    void aDeviceTakenOffItsLineLeavesTheOthersThere() throws IOException {
        try (SimulatedSite site = SimulatedSite.start(settings("schneider-pm5500", false));
                Bus bus = bus(site, "schneider-pm5500", false)) {
            happen(site, "0s m absent");
            assertFalse(bus.meter("m").read().answered());
            assertTrue(bus.limit("p").readBack().isGood());
            happen(site, "1s m ok");
            assertTrue(bus.meter("m").read().answered());
        }
    }

    @Test
    void aScriptIsPlayedInTheOrderOfItsTimes() {
        FaultScript script = FaultScript.parse(
                "faults.txt", List.of("# a bad day", "", "20s m ok", "5s m late 800ms # slow", "10s m ct-l1-reversed"));
        assertEquals(
                List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20)),
                script.events().stream().map(FaultScript.Event::at).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon m silent", "5s m", "5s m explode", "5 m silent"})
    void aLineThatIsNoEventIsNamedByFileAndLine(String line) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> FaultScript.parse("faults.txt", List.of("0s m ok", line)))
                .getMessage();
        assertTrue(Objects.requireNonNull(message).startsWith("faults.txt:2: "), message);
    }

    private static void happen(SimulatedSite site, String line) {
        FaultScript.parse("script", List.of(line)).events().forEach(event -> event.happen(site));
    }

    private static SiteSettings settings(String profile, boolean inverted) {
        Problems problems = new Problems();
        return new SiteSettings(
                List.of(new SiteSettings.LinePlace("l", new LineAddress.Tcp("127.0.0.1", 0))),
                List.of(new SiteSettings.MeterPlace("m", "l", 1, PROFILES.meter(profile, problems), inverted)),
                List.of(new SiteSettings.PlantPlace(
                        "p", "l", 2, PROFILES.plant("kilowatt-set-point", RATING, problems), RATING)),
                List.of(new SiteSettings.NodePlace("m", List.of("p"), RATING)),
                new Frequency(60_000),
                5);
    }

    private static Bus bus(SimulatedSite site, String profile, boolean inverted) {
        LineSettings line = Objects.requireNonNull(DriverProvider.installed().get("modbus-tcp"))
                .line("l", yaml("host: 127.0.0.1\ndeadline: 2 s\nport: " + site.port("l")), Path.of("none"));
        return line.withMeter("m", yaml("profile: " + profile + "\ninverted: " + inverted))
                .withLimit("p", RATING, yaml("unit: 2\nprofile: kilowatt-set-point"))
                .open();
    }

    private static Section yaml(String text) {
        return Yaml.read("site.yaml", text, new Problems()).orElseThrow();
    }
}
