package org.wolfgate.drivers.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.PowerLimitContract;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Yaml;

class ProfiledLimitTest {

    private static final ActivePower RATING = ActivePower.ofKilowatts(50_000);

    private final FakeLine line = new FakeLine();

    /** A tenth of a percent of 50 MW is 50 kW: what is held is never above the cap. */
    @Test
    void percentOfTheRatingIsRoundedDown() {
        assertEquals(
                Reading.good(ActivePower.ofKilowatts(12_300)),
                limit("percent-set-point").apply(new ActivePower(12_349_999)));
        assertEquals(List.of(new Request.WriteOne(1, 0, 246)), line.writes);
    }

    /** 0xAHA/Growatt_ModbusTCP#384, WillCodeForCats/solaredge-modbus-multi#726: set-points in memory that wears out. */
    @Test
    void aRegisterThatWearsOutIsWrittenOnlyWhenItDiffers() {
        PowerLimit limit = limit("percent-set-point");
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Reading.good(ActivePower.ofKilowatts(20_000)), limit.apply(ActivePower.ofKilowatts(20_000)));
        }
        limit.apply(ActivePower.ofKilowatts(30_000));
        assertEquals(2, line.writes.size());
    }

    @Nested
    class AKilowattRegisterKeepsTheContract implements PowerLimitContract {
        @Override
        public Rig rig() {
            return new RegisterRig("kilowatt-set-point", 1_000, words -> words.get(0) * 65_536L + words.get(1));
        }
    }

    @Nested
    class APercentRegisterThatWearsOutKeepsTheContract implements PowerLimitContract {
        @Override
        public Rig rig() {
            return new RegisterRig("percent-set-point", 0, words -> words.get(0) * RATING.watts() / 1_000_000);
        }

        /** Its dead-band holds a raised set-point back, and its budget: what is held is less, never more. */
        @Override
        public void whatIsConfirmedIsWhatThePlantHolds() {
            Rig rig = rig();
            for (int percent : new int[] {50, 0, 75, 30, 100}) {
                rig.limit().apply(new ActivePower(RATING.watts() * percent / 100));
                assertEquals(rig.allowed(), rig.limit().readBack().value().orElseThrow());
            }
        }
    }

    /** WillCodeForCats/solaredge-modbus-multi#1068: a cap always goes before the memory, a release has to wait. */
    @Test
    void aSpentBudgetStillLetsEveryStricterSetPointThrough() {
        long[] now = {0};
        PowerLimit limit = new ProfiledLimit(plant("percent-set-point"), RATING, line, 1, () -> now[0]);
        line.put(0, 1_000);
        for (int i = 0; i < 24; i++) {
            limit.apply(ActivePower.ofKilowatts(40_000 - 1_000L * i));
        }
        assertEquals(24, line.writes.size());
        Reading<ActivePower> release = limit.apply(RATING);
        assertEquals(Quality.SUSPECT, release.quality());
        assertTrue(release.reason().contains("its 24 writes of a day are spent"), release.reason());
        assertEquals(Reading.good(ActivePower.ZERO), limit.apply(ActivePower.ZERO));
        now[0] = Duration.ofHours(25).toNanos();
        assertEquals(Reading.good(RATING), limit.apply(RATING));
    }

    /** binsentsu/home-assistant-solaredge-modbus#232: small changes without end wear a memory out. */
    @Test
    void aRaiseWithinTheDeadBandIsNotWrittenButTheFullReleaseIs() {
        PowerLimit limit = limit("percent-set-point");
        line.put(0, 996);
        assertEquals(Reading.good(ActivePower.ofKilowatts(49_800)), limit.apply(ActivePower.ofKilowatts(49_950)));
        assertEquals(List.of(), line.writes);
        assertEquals(Reading.good(RATING), limit.apply(RATING));
        assertEquals(Reading.good(ActivePower.ofKilowatts(49_950)), limit.apply(ActivePower.ofKilowatts(49_950)));
    }

    /** springfall2008/batpred#2916: a budget that would kill the memory within ten years is refused at its line. */
    @Test
    void aBudgetBeyondTheEnduranceIsAProblemWithItsPlace() {
        Problems problems = new Problems();
        String text = """
                name: Bad
                confidence: C
                sources: [a test]
                document-offset: 0
                table: holding
                order: BE
                write: one
                volatile: false
                writes-per-day: 1000
                set-point: {address: 0, type: u16, unit: kW}
                """;
        PlantProfile.read(Yaml.read("bad.yaml", text, problems).orElseThrow(), RATING);
        assertEquals(
                "bad.yaml:9:17: 1000 writes a day wear out a memory of 100000 writes in less than 10 years; write at most 27",
                problems.list().get(0).toString());
    }

    @Test
    void aVolatileRegisterIsRefreshedEveryTime() {
        PowerLimit limit = limit("kilowatt-set-point");
        limit.apply(ActivePower.ofKilowatts(20_000));
        limit.apply(ActivePower.ofKilowatts(20_000));
        assertEquals(2, line.writes.size());
    }

    @Test
    void aPlantThatAcknowledgesButHoldsSomethingElseIsSuspect() {
        line.deaf = true;
        line.registers.put(1001, 50_000);
        Reading<ActivePower> held = limit("kilowatt-set-point").apply(ActivePower.ofKilowatts(1_000));
        assertEquals(Quality.SUSPECT, held.quality());
        assertEquals(RATING, held.value().orElseThrow());
        assertTrue(held.reason().endsWith("wrote 1 MW but the plant holds 50 MW"), held.reason());
    }

    private PowerLimit limit(String profile) {
        return new ProfiledLimit(plant(profile), RATING, line, 1);
    }

    private static PlantProfile plant(String profile) {
        return new Profiles(Path.of("none"))
                .plant(profile, RATING, new Problems())
                .orElseThrow();
    }

    /** A plant that does what stands in its register, as the test itself reads it. */
    private static final class RegisterRig implements PowerLimitContract.Rig {

        private final FakeLine wire = new FakeLine();
        private final int address;
        private final ToLongFunction<List<Integer>> kilowatts;
        private final PowerLimit limit;

        RegisterRig(String profile, int address, ToLongFunction<List<Integer>> kilowatts) {
            this.address = address;
            this.kilowatts = kilowatts;
            this.limit = new ProfiledLimit(plant(profile), RATING, wire, 1);
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
            return ActivePower.ofKilowatts(kilowatts.applyAsLong(
                    List.of(wire.registers.getOrDefault(address, 0), wire.registers.getOrDefault(address + 1, 0))));
        }

        @Override
        public void cutOff() {
            wire.silent = true;
            wire.deaf = true;
        }
    }
}
