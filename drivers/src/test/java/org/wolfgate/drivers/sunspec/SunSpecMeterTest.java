package org.wolfgate.drivers.sunspec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.ImageLine;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;

class SunSpecMeterTest {

    private static final int[] HERTZ = {16, 5_000, -2};

    @Test
    void powerHasItsSignAndScaleFactor() {
        MeterReading reading = read(meter203(new int[] {18, 0xFE0C}, new int[] {22, 2}));
        assertEquals(Reading.good(new ActivePower(-50_000)), reading.power());
        assertEquals(Reading.good(new Frequency(50_000)), reading.frequency());
    }

    @Test
    void notImplementedIsMissingNeverANumber() {
        assertEquals(
                Quality.MISSING,
                read(meter203(new int[] {18, 0x8000}, new int[] {22, 2}))
                        .power()
                        .quality());
    }

    /** A scale factor that is not implemented is not taken for 0. */
    @Test
    void aValueWithoutItsScaleFactorIsMissing() {
        assertEquals(
                Quality.MISSING,
                read(meter203(new int[] {18, 500}, new int[] {22, 0x8000}))
                        .power()
                        .quality());
        assertEquals(
                Quality.MISSING,
                read(meter203(new int[] {18, 500}, new int[] {22, 11})).power().quality());
    }

    /** In a meter model export stands before import. */
    @Test
    void energyIsScaledAndExportComesFirst() {
        MeterReading reading = read(meter203(new int[] {38, 1, 0xE240}, new int[] {46, 0, 7}, new int[] {54, 1}));
        assertEquals(Reading.good(new Energy(1_234_560)), reading.exported());
        assertEquals(Reading.good(new Energy(70)), reading.imported());
    }

    /** An accumulator of 0 is not implemented, or was just reset: in neither case is it the energy. */
    @Test
    void anAccumulatorOfZeroIsNoReading() {
        assertEquals(
                Quality.MISSING,
                read(meter203(new int[] {38, 0, 0}, new int[] {54, 0}))
                        .exported()
                        .quality());
    }

    @Test
    void anAutoRangingScaleFactorIsReadTogetherWithItsValue() {
        SunSpecImage image = meter203(new int[] {18, 100}, new int[] {22, 1});
        SunSpecMeter meter = meter(image, 1);
        assertEquals(Reading.good(new ActivePower(1_000)), meter.read().power());
        image.put(40_088, 200);
        image.put(40_092, 0);
        assertEquals(Reading.good(new ActivePower(200)), meter.read().power());
    }

    @Test
    void floatMeterModelsAreReadAsFloats() {
        int watts = Float.floatToIntBits(-12_345.6f);
        int hertz = Float.floatToIntBits(60.01f);
        MeterReading reading = read(SunSpecImage.at(0, 65)
                .model(213, 124, new int[] {28, watts >>> 16, watts}, new int[] {26, hertz >>> 16, hertz})
                .end());
        assertEquals(Reading.good(new ActivePower(-12_346)), reading.power());
        assertEquals(Reading.good(new Frequency(60_010)), reading.frequency());
        assertEquals(Quality.MISSING, reading.exported().quality());
    }

    /** Model 701 has 155 registers, more than one request can carry: its scale factors must come along. */
    @Test
    void theLongModel701IsReadWithItsScaleFactors() {
        MeterReading reading = read(SunSpecImage.at(40_000, 66)
                .model(
                        701,
                        153,
                        new int[] {10, 1_234},
                        new int[] {17, 0, 49_990},
                        new int[] {19, 0, 0, 1, 1},
                        new int[] {115, -3},
                        new int[] {116, 2},
                        new int[] {120, 1})
                .end());
        assertEquals(Reading.good(new ActivePower(123_400)), reading.power());
        assertEquals(Reading.good(new Frequency(49_990)), reading.frequency());
        assertEquals(Reading.good(new Energy(655_370)), reading.exported());
    }

    @Test
    void ofSeveralMetersTheChosenOneIsRead() {
        SunSpecImage image = SunSpecImage.at(40_000, 66)
                .model(103, 50)
                .model(203, 105, new int[] {18, 1}, new int[] {22, 0})
                .model(203, 105, new int[] {18, 2}, new int[] {22, 0})
                .end();
        assertEquals(Reading.good(new ActivePower(2)), meter(image, 2).read().power());
        assertTrue(meter(image, 3).read().power().reason().contains("no measurement number 3 among them"));
    }

    /** Integer and float models are a setting of the inverter: changing it moves every register behind. */
    @Test
    void aDeviceThatWasSetUpAnewIsDiscoveredAgainBeforeAnyNumberIsBelieved() {
        SunSpecImage image = meter203(new int[] {18, 100}, new int[] {22, 0});
        SunSpecMeter meter = meter(image, 1);
        assertEquals(Reading.good(new ActivePower(100)), meter.read().power());
        image.put(40_070, 64_110, 1, 9);
        image.put(40_073, 203, 105);
        image.put(40_073 + 18, 300);
        image.put(40_073 + 22, 0);
        image.put(40_073 + 107, 0xFFFF, 0);
        assertEquals(Quality.MISSING, meter.read().power().quality());
        assertEquals(Reading.good(new ActivePower(300)), meter.read().power());
    }

    private static SunSpecImage meter203(int[]... points) {
        int[][] all = java.util.Arrays.copyOf(points, points.length + 1);
        all[points.length] = HERTZ;
        return SunSpecImage.at(40_000, 66).model(203, 105, all).end();
    }

    private static MeterReading read(SunSpecImage image) {
        return meter(image, 1).read();
    }

    private static SunSpecMeter meter(SunSpecImage image, int index) {
        return new SunSpecMeter(new SunSpecDevice(new ImageLine(image), 1), index, false);
    }
}
