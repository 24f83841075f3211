package org.wolfgate.drivers.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Yaml;

class ProfiledMeterTest {

    private final FakeLine line = new FakeLine();

    @Test
    void anSdm630GivesKilowattHoursAsFloatsAndImportPositive() {
        f32(0x0034, -1_234.5f);
        f32(0x0046, 49.98f);
        f32(0x0048, 12.345f);
        f32(0x004A, 4_567.891f);
        MeterReading reading = read("eastron-sdm630");
        assertEquals(Reading.good(new ActivePower(1_234)), reading.power());
        assertEquals(Reading.good(new Frequency(49_980)), reading.frequency());
        assertEquals(Reading.good(new Energy(12_345)), reading.imported());
        assertEquals(Reading.good(new Energy(4_567_891)), reading.exported());
    }

    /** In a Janitza energy is in Wh: a public integration was wrong by a factor of 1000. */
    @Test
    void aJanitzaCountsWattHoursNotKilowattHours() {
        f32(19_026, 1_000f);
        f32(19_050, 50f);
        f32(19_068, 1_234_567f);
        f32(19_076, 16_000_000f);
        MeterReading reading = read("janitza-umg96");
        assertEquals(Reading.good(new ActivePower(-1_000)), reading.power());
        assertEquals(Reading.good(new Energy(1_234_567)), reading.imported());
        assertEquals(Reading.good(new Energy(16_000_000)), reading.exported());
    }

    /**
     * OpenEMS/openems#86: an address off by one joins the halves of two numbers. influxdata/telegraf#12021: messages that do not
     * name the unit.
     */
    @Test
    void anImplausibleFrequencyIsSuspectAndNamesItsPoint() {
        f32(3_059, 1f);
        f32(3_109, 30f);
        Reading<Frequency> frequency = read("schneider-pm5500").frequency();
        assertEquals(Quality.SUSPECT, frequency.quality());
        assertEquals(
                "line fake, unit 1, frequency 3109 (doc. 3110): 30.000 Hz; check type, word order and address",
                frequency.reason());
        f32(3_109, 1e30f);
        assertEquals(Quality.MISSING, read("schneider-pm5500").frequency().quality());
    }

    @Test
    void aNegativeEnergyRegisterIsNoValue() {
        line.registers.put(3_203, 0xFFFF);
        Reading<Energy> imported = read("schneider-pm5500").imported();
        assertEquals(Quality.MISSING, imported.quality());
        assertTrue(imported.reason().contains("imported 3203 (doc. 3204): negative"), imported.reason());
    }

    /** home-assistant/core#51103: a device without a value was recorded as 0. */
    @Test
    void aQuantityThatTheMeterDoesNotHaveIsMissingNotZero() {
        line.registers.put(3_203, 0x8000);
        f32(3_059, Float.NaN);
        MeterReading reading = read("schneider-pm5500");
        assertEquals(Quality.MISSING, reading.imported().quality());
        assertEquals(Quality.MISSING, reading.power().quality());
    }

    /** OpenEMS/openems#2569: registers that change slowly are read less often, and a dead meter is not kept alive by them. */
    @Test
    void energyWithAPeriodIsReadLessOftenAndIsNoSignOfLife() {
        Problems problems = new Problems();
        MeterProfile profile =
                MeterProfile.read(Yaml.read("slow.yaml", """
                name: Slow
                confidence: C
                sources: [none]
                document-offset: 0
                table: holding
                order: BE
                positive-power: export
                points:
                  power: {address: 0, type: u16, unit: W}
                  exported: {address: 100, type: u32, unit: Wh, every: 60 s}
                """, problems).orElseThrow());
        assertEquals(List.of(), problems.list());
        line.put(0, 5);
        line.put(100, 0, 42);
        ProfiledMeter meter = new ProfiledMeter(profile, line, 1, false);
        assertEquals(Reading.good(new Energy(42)), meter.read().exported());
        assertEquals(Quality.STALE, meter.read().exported().quality());
        assertEquals(
                List.of(0, 100, 0),
                line.reads.stream().map(Request.Read::address).toList());
        line.silent = true;
        assertFalse(meter.read().answered());
    }

    @Test
    void aPeriodIsForEnergyOnlyAndWithinBounds() {
        assertTrue(
                problems("power: {address: 0, type: u16, unit: W, every: 5 s}").contains("every"));
        assertTrue(problems(
                        "power: {address: 0, type: u16, unit: W}\n  exported: {address: 1, type: u16, unit: Wh, every: 5 min}")
                .contains("'5 min' is no period from 2 s to 60 s"));
    }

    private static String problems(String points) {
        Problems problems = new Problems();
        MeterProfile.read(
                Yaml.read("slow.yaml", """
                name: Slow
                confidence: C
                sources: [none]
                document-offset: 0
                table: holding
                order: BE
                positive-power: export
                points:
                  %s
                """.formatted(points), problems).orElseThrow());
        return problems.list().toString();
    }

    private MeterReading read(String profile) {
        MeterProfile meter =
                new Profiles(Path.of("none")).meter(profile, new Problems()).orElseThrow();
        return new ProfiledMeter(meter, line, 1, false).read();
    }

    private void f32(int address, float value) {
        int bits = Float.floatToIntBits(value);
        line.registers.put(address, bits >>> 16);
        line.registers.put(address + 1, bits & 0xFFFF);
    }
}
