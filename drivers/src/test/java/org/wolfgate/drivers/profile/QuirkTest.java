package org.wolfgate.drivers.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Yaml;

/** Each quirk of a meter, on the meter that has it, as it was met in the field. */
class QuirkTest {

    private final FakeLine line = new FakeLine();

    @Test
    void evenCountsAnEastronIsNeverAskedForAnOddNumberOfRegisters() {
        line.put(0x0046, 0x4248, 0);
        meter("eastron-sdm630").read();
        assertTrue(line.reads.stream().allMatch(read -> read.count() % 2 == 0 && read.address() % 2 == 0));
    }

    /** influxdata/telegraf#12071: a device that refuses to give two values at once. */
    @Test
    void oneValuePerReadNotEvenNeighboursAreReadTogether() {
        ProfiledMeter meter = meterOf("""
                name: One at a time
                confidence: B
                sources: [a test]
                document-offset: 0
                table: holding
                order: BE
                positive-power: export
                quirks: [one-value-per-read]
                points:
                  power: {address: 10, type: u16, unit: kW}
                  frequency: {address: 11, type: u16, unit: Hz}
                  exported: {address: 12, type: u32, unit: kWh}
                """);
        line.put(10, 7, 50, 0, 9);
        assertEquals(Reading.good(new Energy(9_000)), meter.read().exported());
        assertEquals(List.of(1, 1, 2), line.reads.stream().map(Request::count).toList());
    }

    /** The Bronze and Silver variants of the ABB B23 have no export: all ones there is no 1.8e17 kWh. */
    @Test
    void largestIsAbsentAnAbbWithoutExportShowsNoEnergyInsteadOfAllOnes() {
        line.put(0x5000, 0, 0, 0, 12_345);
        line.put(0x5004, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF);
        line.put(0x5B14, 0x7FFF, 0xFFFF);
        MeterReading reading = meter("abb-b23").read();
        assertEquals(Reading.good(new Energy(123_450)), reading.imported());
        assertEquals(Quality.MISSING, reading.exported().quality());
        assertEquals(Quality.MISSING, reading.power().quality());
    }

    @Test
    void largestIsAbsentTheEeeOfACarloGavazziIsNoValueLowWordFirst() {
        line.put(0x0028, 0xFFFF, 0x7FFF);
        line.put(0x0034, 0x0002, 0x0001);
        MeterReading reading = meter("carlo-gavazzi-em540").read();
        assertEquals(Quality.MISSING, reading.power().quality());
        assertEquals(Reading.good(new Energy(6_553_800)), reading.imported());
    }

    @Test
    void unsignedPowerTakesItsDirectionFromTheQuadrantRegisterOfACircutor() {
        line.put(0x0030, 0, 4_000);
        line.put(0x07D1, 0b0010);
        assertEquals(
                Reading.good(new ActivePower(4_000)),
                meter("circutor-cvm-c10").read().power());
        line.put(0x07D1, 0b0001);
        assertEquals(
                Reading.good(new ActivePower(-4_000)),
                meter("circutor-cvm-c10").read().power());
    }

    @Test
    void unsignedPowerWithoutAnyDirectionIsNeverGood() {
        line.put(0x001E, 0, 4_000);
        assertEquals(Quality.SUSPECT, meter("circutor-cvm-c5").read().power().quality());
    }

    @Test
    void tariffsAddUpASiemensCountsDayAndNightApart() {
        f64(801, 1_000_000);
        f64(805, 234_567);
        assertEquals(
                Reading.good(new Energy(1_234_567)),
                meter("siemens-pac3200").read().imported());
        line.put(805, 0x7FF8, 0, 0, 0);
        assertEquals(Quality.MISSING, meter("siemens-pac3200").read().imported().quality());
    }

    /** kWh with one decimal: the format register of the Shark is read before its digits are believed. */
    @Test
    void energyFormatRegisterAShark200CountsInWhatItsSettingSays() {
        line.put(0x05DB, 0, 54_321);
        line.put(0x7535, 0b0000_0010_0011_0001);
        assertEquals(
                Reading.good(new Energy(5_432_100)),
                meter("eig-shark-200").read().imported());
        line.put(0x7535, 0b0000_0010_0110_0000);
        assertEquals(
                Reading.good(new Energy(54_321_000_000L)),
                meter("eig-shark-200").read().imported());
    }

    @Test
    void energyFormatRegisterIsReadAgainAfterTheMeterWasAway() {
        ProfiledMeter meter = meter("eig-shark-100");
        line.put(0x044B, 0, 5);
        line.put(0x7535, 0);
        assertEquals(Reading.good(new Energy(5)), meter.read().imported());
        line.put(0x7535, 0x30);
        assertEquals(Reading.good(new Energy(5)), meter.read().imported());
        line.silent = true;
        assertEquals(Quality.MISSING, meter.read().imported().quality());
        line.silent = false;
        assertEquals(Reading.good(new Energy(5_000)), meter.read().imported());
    }

    @Test
    void modeRegisterACarloGavazziInEasyConnectionShowsNoExportSoItsPowerIsDoubted() {
        line.put(0x0028, 1_000, 0);
        line.put(0x1103, 1);
        assertEquals(Quality.GOOD, meter("carlo-gavazzi-em340").read().power().quality());
        line.put(0x1103, 0);
        Reading<ActivePower> power = meter("carlo-gavazzi-em340").read().power();
        assertEquals(Quality.SUSPECT, power.quality());
        assertTrue(power.reason().contains("mode 4355 (doc. 304356) is 0; set the measurement mode to B"));
    }

    /** OpenEMS/openems#6: the settings cost nothing extra while the device is away. */
    @Test
    void anAbsentMeterWithSettingsCostsOneRequest() {
        line.silent = true;
        meter("eig-shark-200").read();
        assertEquals(1, line.reads.size());
    }

    private ProfiledMeter meter(String profile) {
        Problems problems = new Problems();
        return made(new Profiles(Path.of("none")).meter(profile, problems).orElseThrow());
    }

    private ProfiledMeter meterOf(String text) {
        Problems problems = new Problems();
        ProfiledMeter meter =
                made(MeterProfile.read(Yaml.read("test", text, problems).orElseThrow()));
        assertEquals(List.of(), problems.list());
        return meter;
    }

    private ProfiledMeter made(MeterProfile profile) {
        return new ProfiledMeter(profile, line, 1, false);
    }

    private void f64(int address, double value) {
        long bits = Double.doubleToLongBits(value);
        IntStream.range(0, 4).forEach(i -> line.put(address + i, (int) (bits >>> (48 - 16 * i)) & 0xFFFF));
    }
}
