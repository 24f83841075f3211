package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.NodeTerms;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.metering.IslandingContact;
import org.wolfgate.agent.settlement.Explanation;
import org.wolfgate.agent.settlement.Finality;
import org.wolfgate.agent.settlement.FrequencySource;
import org.wolfgate.agent.uplink.message.MessageException;

/** A node behind a breaker: while it is open the node's own frequency is not the system's. Intervals of 10 s. */
class IslandingStoryTest {

    private static final String BREAKER = "tie-breaker";

    /** Open is apart; a reading holds for 5 s. */
    private final TermsStory story = new TermsStory(new NodeTerms(
            List.of(new IslandingContact(BREAKER, false, Duration.ofSeconds(5))), Optional.empty(), Optional.empty()));

    @Test
    void onTheSystemTheNodesOwnFrequencyPricesIt() throws MessageException {
        begin();
        closedThrough(0, 12);
        SettledInterval line = story.line("solar", 0);
        assertEquals(FrequencySource.METER, line.deviation().price().source());
        assertEquals(Finality.FINAL, line.finality());
    }

    @Test
    void anIntervalInWhichTheBreakerWasOpenForASecondIsNotPricedByTheNodesFrequency() throws MessageException {
        begin();
        closedThrough(0, 3);
        story.contact(4, BREAKER, false);
        story.meters("solar", 4, 4, "36");
        closedThrough(5, 22);
        assertIslanded(story.line("solar", 0));
        assertEquals(
                FrequencySource.METER,
                story.line("solar", 10).deviation().price().source());
        assertEquals(2, story.notes().size(), story.notes().toString());
        assertTrue(story.notes().get(0).startsWith("islanded: node solar, by contact tie-breaker"));
        String text = String.join("\n", Explanation.of(story.line("solar", 0).deviation()));
        assertTrue(text.contains("a contact showed the node apart from the system"), text);
    }

    @Test
    void whileItStaysOpenTheNextIntervalIsIslandedTooEvenIfItClosesWithinIt() throws MessageException {
        begin();
        closedThrough(0, 8);
        story.contact(9, BREAKER, false);
        story.meters("solar", 9, 12, "36");
        closedThrough(13, 32);
        assertIslanded(story.line("solar", 0));
        assertIslanded(story.line("solar", 10));
        assertFalse(story.line("solar", 20).flags().contains("ISLANDED"));
    }

    @Test
    void theOperatorsFrequencyCountsAndWhenItComesLateTheLineIsPricedAnew() throws MessageException {
        begin();
        for (int second = 0; second <= 12; second++) {
            story.contact(second, BREAKER, false);
            story.meters("solar", second, second, "36");
        }
        assertIslanded(story.line("solar", 0));
        assertEquals("40.00", story.line("solar", 0).deviation().price().price().toString());
        story.restart();
        story.told(20, "frequency", "59.980 from 12:00:03");
        story.told(31, "frequency", "60.000 from 12:00:31");
        SettledInterval line = story.line("solar", 0);
        assertEquals(FrequencySource.ISO, line.deviation().price().source());
        assertEquals("100.00", line.deviation().price().price().toString());
        assertEquals(
                Set.of("ISLANDED", "ISO_FREQ"),
                Set.copyOf(line.deviation().price().flags().stream()
                        .filter(flag -> flag.startsWith("IS"))
                        .toList()));
        assertEquals(Finality.FINAL, line.finality());
        assertEquals(2, line.deviation().version());
    }

    @Test
    void aContactThatWasNeverReadNeverCountsAsClosed() throws MessageException {
        begin();
        story.silent(0, BREAKER);
        story.meters("solar", 0, 12, "36");
        assertUnknown(story.line("solar", 0));
    }

    @Test
    void aContactThatFellSilentSpeaksForALittleLongerAndThenForNothing() throws MessageException {
        begin();
        closedThrough(0, 8);
        story.meters("solar", 9, 32, "36");
        assertEquals(
                FrequencySource.METER,
                story.line("solar", 0).deviation().price().source());
        assertUnknown(story.line("solar", 10));
        assertUnknown(story.line("solar", 20));
    }

    @Test
    void aFirstReadingAMomentAfterTheFirstSampleSpeaksForThatSampleToo() throws MessageException {
        begin();
        story.meters("solar", 0, 2, "36");
        closedThrough(3, 12);
        assertEquals(
                FrequencySource.METER,
                story.line("solar", 0).deviation().price().source());
    }

    @Test
    void aRestartForgetsNeitherTheBreakerNorTheDoubt() throws MessageException {
        begin();
        story.contact(0, BREAKER, false);
        story.meters("solar", 0, 1, "36");
        story.restart();
        story.meters("solar", 2, 12, "36");
        assertIslanded(story.line("solar", 0));
    }

    @Test
    void anIslandsFrequencyStandsInForNobodyElses() throws MessageException {
        begin();
        story.contact(0, BREAKER, false);
        for (int second = 0; second <= 12; second++) {
            story.meters("solar", second, second, "36");
            if (second == 0 || second > 9) {
                story.meters("wind", second, second, "10");
            }
        }
        SettledInterval wind = story.line("wind", 0);
        assertEquals(
                FrequencySource.NONE,
                wind.deviation().price().source(),
                wind.flags().toString());
    }

    private void begin() {
        story.told(0, "schedule", "solar 36 until 13:00:00");
        story.told(0, "schedule", "wind 10 until 13:00:00");
    }

    /** The contact is read as closed and then the meter, every second. */
    private void closedThrough(int from, int to) {
        for (int second = from; second <= to; second++) {
            story.contact(second, BREAKER, true);
            story.meters("solar", second, second, "36");
        }
    }

    private static void assertIslanded(SettledInterval line) {
        assertEquals(FrequencySource.NONE, line.deviation().price().source());
        assertEquals(Finality.PROVISIONAL, line.finality());
        assertTrue(
                line.flags().containsAll(List.of("ISLANDED", "PROVISIONAL_NO_FREQ")),
                line.flags().toString());
    }

    private static void assertUnknown(SettledInterval line) {
        assertEquals(Finality.PROVISIONAL, line.finality());
        assertTrue(
                line.flags().containsAll(List.of("ISLANDING_UNKNOWN", "PROVISIONAL_NO_FREQ")),
                line.flags().toString());
        assertFalse(line.flags().contains("ISLANDED"), line.flags().toString());
    }
}
