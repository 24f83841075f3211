package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An agent that is left without a schedule for longer than it waits. */
class TooManyWaitTest {

    @Test
    void anIntervalThatIsNoLongerWaitedForIsToldAndTheOthersAreSettledByTheLateSchedule() {
        // 514 intervals of ten seconds, of which an agent waits for 512.
        String told = SubstationStory.tell("""
                12:00:00..13:25:40 every 1 meter solar 36
                13:25:41 schedule solar 18 until 14:00:00 from 12:00:00
                """);
        List<String> givenUp = told.lines()
                .filter(line -> line.contains("no longer waited for"))
                .toList();
        assertEquals(2, givenUp.size(), "two are too many");
        assertTrue(
                givenUp.get(0).contains("2030-06-01T12:00:00Z, version 1 stays PROVISIONAL without [SCHEDULE]"),
                givenUp.get(0));
        String settled = told.lines()
                .filter(line -> line.contains(" v2 FINAL"))
                .map(line -> line.replaceAll(".*solar (\\S+)-.*", "$1"))
                .collect(Collectors.joining(" "));
        assertEquals(512, settled.split(" ").length);
        assertTrue(settled.startsWith("12:00:20 "), settled);
    }
}
