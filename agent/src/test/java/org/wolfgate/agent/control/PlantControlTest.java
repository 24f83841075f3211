package org.wolfgate.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;

class PlantControlTest {

    private static final ActivePower CAP = ActivePower.ofKilowatts(600);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final PlantControl plant = new PlantControl("old-wind", PlantControl.State.NEW);

    @Test
    void aPlantThatConfirmsNothingIsToldAgainAndAgain() {
        assertEquals(1, commandsAt(0));
        plant.report(CAP, Reading.missing("no answer within 1000 ms"), NOW, new Effects());
        assertEquals(0, commandsAt(4));
        assertEquals(1, commandsAt(5));
    }

    /** Relays without feedback contacts: each repetition would be one more commit on the card, for ever, and move nothing. */
    @Test
    void aRelayThatCannotConfirmIsToldOnce() {
        assertEquals(1, commandsAt(0));
        plant.report(
                CAP,
                Reading.substituted(CAP, "commanded, not confirmed: no feedback contact at k2"),
                NOW,
                new Effects());
        assertEquals(0, commandsAt(60));
    }

    private int commandsAt(int seconds) {
        Effects effects = new Effects();
        plant.want(CAP, NOW.plusSeconds(seconds), effects);
        return effects.setPoints().size();
    }
}
