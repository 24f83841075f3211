package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.trust.TrustException;

class RehearsalTest {

    @Test
    void everyRehearsedOrderGoesTheWholeWayFromItsSignatureToAPlant() throws TrustException {
        assertEquals(20, new Rehearsal(StorySubstation.settings()).play());
    }

    @Test
    void aSubstationWithoutNodesHasNothingToRehearse() throws TrustException {
        SubstationSettings settings = StorySubstation.settings();
        SubstationSettings empty =
                new SubstationSettings(settings.substation(), settings.grid(), settings.price(), List.of(), List.of());
        assertEquals(0, new Rehearsal(empty).play());
    }
}
