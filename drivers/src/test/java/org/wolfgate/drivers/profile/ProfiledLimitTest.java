package org.wolfgate.drivers.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.yaml.Problems;

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
        PlantProfile plant = new Profiles(Path.of("none"))
                .plant(profile, RATING, new Problems())
                .orElseThrow();
        return new ProfiledLimit(plant, RATING, line, 1);
    }
}
