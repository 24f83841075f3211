package org.wolfgate.drivers.sunspec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.ImageLine;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.PowerLimitContract;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.sim.SunSpecInverter;
import org.wolfgate.drivers.sim.SunSpecInverter.Models;

class SunSpecLimitTest {

    private static final ActivePower RATING = ActivePower.ofKilowatts(50);
    private static final LimitOptions MINUTE =
            new LimitOptions(Optional.of(Duration.ofSeconds(60)), Optional.of(new BigDecimal(30)), false);

    @Nested
    class Model123KeepsTheContract implements PowerLimitContract {
        @Override
        public Rig rig() {
            return new InverterRig(Models.IMMEDIATE_123);
        }
    }

    @Nested
    class Model704KeepsTheContract implements PowerLimitContract {
        @Override
        public Rig rig() {
            return new InverterRig(Models.DER_704);
        }
    }

    /** WMax 5000 with a scale factor of 1 is 50 kW; 20 kW of it is 40 %, in hundredths 4000. */
    @Test
    void theCapBecomesAPercentageOfWMaxRoundedDown() {
        SunSpecImage fine = with123(5_000, 1, -2);
        limit(fine, LimitOptions.NONE).apply(ActivePower.ofKilowatts(20));
        assertEquals(4_000, fine.word(40_102 + 5));
        SunSpecImage coarse = with123(5_000, 1, 0);
        assertEquals(
                Reading.good(ActivePower.ofKilowatts(20)),
                limit(coarse, LimitOptions.NONE).apply(new ActivePower(20_400)));
        assertEquals(40, coarse.word(40_102 + 5));
    }

    /** WMax can be below the rating: the wrong base gives a plausible percentage and a wrong cap. */
    @Test
    void theBaseIsWMaxAsTheDeviceHasItNotTheRatingOfTheFile() {
        SunSpecImage image = with123(2_500, 1, -2);
        limit(image, LimitOptions.NONE).apply(ActivePower.ofKilowatts(20));
        assertEquals(8_000, image.word(40_102 + 5));
    }

    @Test
    void withoutAnyBaseNothingIsWritten() {
        SunSpecImage image =
                SunSpecImage.at(40_000, 66).model(123, 24, new int[] {23, 0}).end();
        ImageLine line = new ImageLine(image);
        assertEquals(
                Quality.MISSING,
                new SunSpecLimit(new SunSpecDevice(line, 1), RATING, MINUTE)
                        .apply(ActivePower.ZERO)
                        .quality());
        assertEquals(List.of(), line.writes());
    }

    @Test
    void pointsThatAreNotImplementedAreNotWritten() {
        SunSpecImage image = with123(5_000, 1, -2);
        image.put(40_102 + 6, 0xFFFF, 0xFFFF, 0xFFFF);
        limit(image, MINUTE).apply(ActivePower.ZERO);
        assertEquals(0xFFFF, image.word(40_102 + 7));
        assertEquals(0, image.word(40_102 + 5));
        assertEquals(1, image.word(40_102 + 9));
    }

    /** Model 123 fails open; the handle is held by refreshing, and without a timer the limit stays for ever. */
    @Test
    void aModel123LimitIsGoneWhenNobodyRefreshesItAndStaysWhenSomebodyDoes() {
        InverterRig rig = new InverterRig(Models.IMMEDIATE_123, MINUTE);
        rig.limit.apply(ActivePower.ofKilowatts(10));
        for (int i = 0; i < 30; i++) {
            rig.inverter.step(rig.limit.refreshPeriod().orElseThrow());
            assertTrue(rig.limit.refresh().isGood());
            assertEquals(ActivePower.ofKilowatts(10), rig.allowed());
        }
        rig.inverter.step(Duration.ofSeconds(61));
        assertEquals(RATING, rig.limit.readBack().value().orElseThrow());

        InverterRig forEver = new InverterRig(Models.IMMEDIATE_123, LimitOptions.NONE);
        forEver.limit.apply(ActivePower.ofKilowatts(10));
        forEver.inverter.step(Duration.ofDays(2));
        assertEquals(ActivePower.ofKilowatts(10), forEver.allowed());
        assertEquals(Optional.empty(), forEver.limit.refreshPeriod());
    }

    @Test
    void aModel704FallsToItsRevertLimitWhenTheAgentIsDead() {
        InverterRig rig = new InverterRig(Models.DER_704, MINUTE);
        rig.limit.apply(ActivePower.ofKilowatts(40));
        rig.inverter.step(Duration.ofSeconds(61));
        assertEquals(Reading.good(ActivePower.ofKilowatts(15)), rig.limit.readBack());
    }

    /** A cap is never released by silence: the fallback of 30 % must not open a cap of 10 %. */
    @Test
    void theRevertLimitOfModel704IsNeverAboveTheCapInForce() {
        InverterRig rig = new InverterRig(Models.DER_704, MINUTE);
        rig.limit.apply(ActivePower.ofKilowatts(5));
        rig.inverter.step(Duration.ofSeconds(61));
        assertEquals(Reading.good(ActivePower.ofKilowatts(5)), rig.limit.readBack());
    }

    /** A released plant must not be curtailed later by a timer that was left running. */
    @Test
    void aReleaseStopsTheTimer() {
        InverterRig rig = new InverterRig(Models.DER_704, MINUTE);
        rig.limit.apply(ActivePower.ofKilowatts(5));
        rig.limit.apply(RATING);
        rig.inverter.step(Duration.ofMinutes(2));
        assertEquals(RATING, rig.allowed());
    }

    @Test
    void aLongTimerFillsBothRegistersOfModel704() {
        SunSpecImage image = SunSpecImage.at(40_000, 66)
                .model(702, 50, new int[] {26, 5_000}, new int[] {45, 1})
                .model(704, 65, new int[] {14, 0, 1_000, 0, 0, 0, 0}, new int[] {54, -1})
                .end();
        LimitOptions day = new LimitOptions(Optional.of(Duration.ofDays(1)), Optional.empty(), false);
        limit(image, day).apply(ActivePower.ofKilowatts(10));
        assertEquals(
                List.of(1, 200, 200, 1, 1, 0x5180),
                List.of(
                        image.word(40_136),
                        image.word(40_137),
                        image.word(40_138),
                        image.word(40_139),
                        image.word(40_140),
                        image.word(40_141)));
    }

    @Test
    void model704GoesBeforeModel123WhereADeviceHasBoth() {
        SunSpecImage image = SunSpecImage.at(40_000, 66)
                .model(121, 30, new int[] {2, 5_000}, new int[] {22, 1})
                .model(123, 24, new int[] {5, 100, 0, 0, 0, 0}, new int[] {23, 0})
                .model(702, 50, new int[] {26, 5_000}, new int[] {45, 1})
                .model(704, 65, new int[] {14, 0, 1_000, 0, 0, 0, 0}, new int[] {54, -1})
                .end();
        limit(image, LimitOptions.NONE).apply(ActivePower.ofKilowatts(10));
        assertEquals(100, image.word(40_107));
        assertEquals(1, image.word(40_180 + 14));
        assertEquals(200, image.word(40_180 + 15));
    }

    /** Some Fronius firmware heeds a new percentage only when the limit goes off and on again. */
    @Test
    void theEnableIsToggledOnlyBehindItsOwnFlagAndOnlyForANewPercentage() {
        SunSpecImage image = with123(5_000, 1, -2);
        ImageLine line = new ImageLine(image);
        LimitOptions toggle = new LimitOptions(Optional.empty(), Optional.empty(), true);
        PowerLimit limit = new SunSpecLimit(new SunSpecDevice(line, 1), RATING, toggle);
        limit.apply(ActivePower.ofKilowatts(20));
        limit.apply(ActivePower.ofKilowatts(20));
        assertEquals(2, line.writes().size());
        limit.apply(ActivePower.ofKilowatts(10));
        assertEquals(
                new Request.WriteMany(1, 40_102 + 9, List.of(0)), line.writes().get(2));
        assertEquals(4, line.writes().size());
    }

    /** A register echo can be a silent no-op, and a second controller can overwrite us: that is said, not hidden. */
    @Test
    void aDeviceThatAcknowledgesAndDoesNothingIsSuspect() {
        SunSpecImage image = with123(5_000, 1, -2);
        image.ignoresWrites = true;
        Reading<ActivePower> held = limit(image, LimitOptions.NONE).apply(ActivePower.ofKilowatts(10));
        assertEquals(Quality.SUSPECT, held.quality());
        assertEquals(RATING, held.value().orElseThrow());
        assertTrue(held.reason().contains("the limit is off; a second controller"), held.reason());
    }

    @Test
    void aPlantUnderLocalControlIsLeftAlone() {
        SunSpecImage image = SunSpecImage.at(40_000, 66)
                .model(702, 50, new int[] {26, 5_000}, new int[] {45, 1})
                .model(704, 65, new int[] {14, 0, 1_000}, new int[] {54, -1})
                .model(715, 7, new int[] {2, 1})
                .end();
        Reading<ActivePower> held = limit(image, LimitOptions.NONE).apply(ActivePower.ZERO);
        assertEquals(Quality.MISSING, held.quality());
        assertTrue(held.reason().contains("switched to local control"), held.reason());
        assertEquals(0, image.word(40_122 + 14));
    }

    @Test
    void availablePowerComesFromModel122() {
        InverterRig rig = new InverterRig(Models.IMMEDIATE_123);
        rig.inverter.available(ActivePower.ofKilowatts(31));
        assertEquals(Reading.good(ActivePower.ofKilowatts(31)), rig.limit.available());
        assertEquals(
                Quality.MISSING,
                new InverterRig(Models.DER_704).limit.available().quality());
    }

    private static SunSpecImage with123(int wMax, int wMaxScale, int percentScale) {
        return SunSpecImage.at(40_000, 66)
                .model(121, 30, new int[] {2, wMax}, new int[] {22, wMaxScale})
                .model(123, 24, new int[] {5, 100, 0, 0, 0, 0}, new int[] {23, percentScale})
                .end();
    }

    private static PowerLimit limit(SunSpecImage image, LimitOptions options) {
        return new SunSpecLimit(new SunSpecDevice(new ImageLine(image), 1), RATING, options);
    }

    /** The simulated inverter in full sun; what it lets through is what flows when its ramp is over. */
    private static final class InverterRig implements PowerLimitContract.Rig {

        private final SunSpecInverter inverter;
        private final ImageLine line;
        private final PowerLimit limit;

        InverterRig(Models models) {
            this(models, LimitOptions.NONE);
        }

        InverterRig(Models models, LimitOptions options) {
            this.inverter = new SunSpecInverter(models, RATING);
            this.line = new ImageLine(inverter);
            this.limit = new SunSpecLimit(new SunSpecDevice(line, 1), RATING, options);
        }

        @Override
        public PowerLimit limit() {
            return limit;
        }

        @Override
        public ActivePower rating() {
            return RATING;
        }

        @Override
        public ActivePower allowed() {
            inverter.step(Duration.ofSeconds(6));
            return inverter.output();
        }

        @Override
        public void cutOff() {
            line.cut();
        }
    }
}
