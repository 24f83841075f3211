package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.StoredRecord;

/** OctoPi#606: a machine without a battery clock starts in 1970, and its records with it. */
class RebaseTest {

    private static final Instant EPOCH = Instant.parse("1970-01-01T00:02:00Z");
    private static final Duration SHIFT = Duration.ofDays(20_000);

    @TempDir
    Path directory;

    /** A clock that starts in 1970 and is told better. */
    private static final class LateClock implements ControlLoop.Timebase {

        private Instant now = EPOCH;

        @Override
        public Instant at(long nanos) {
            return now;
        }

        @Override
        public void follow() {
            now = now.plus(SHIFT);
        }
    }

    @Test
    void recordsFromBeforeTheFirstSynchronisationAreRebasedByAStatedRecord() {
        try (Ledger ledger = Ledger.open(directory, BootId.fresh())) {
            run(ledger, new Event.Noted("before", "the clock says 1970"));
        }
        try (Ledger ledger = Ledger.open(directory, BootId.fresh())) {
            run(
                    ledger,
                    new Event.Noted("early", "one"),
                    new Event.Noted("early", "two"),
                    new Event.ClockSet(EPOCH, EPOCH.plus(SHIFT)),
                    new Event.Noted("late", "three"));
            // The intervals that were open when the clock was set close right after it, marked.
            List<StoredRecord> stored = ledger.after(0, 100).stream()
                    .filter(each -> !List.of("interval", "statement")
                            .contains(each.record().kind()))
                    .toList();
            assertEquals(
                    List.of("event", "event", "event", "rebase", "event", "event"),
                    stored.stream().map(each -> each.record().kind()).toList());
            assertEquals(ledger.boot() + "/3", stored.get(3).record().key());
            var rebases = ledger.reader().rebases();
            assertEquals(
                    List.of(EPOCH, EPOCH.plus(SHIFT), EPOCH.plus(SHIFT), EPOCH.plus(SHIFT)),
                    stored.stream().limit(4).map(rebases::at).toList(),
                    "an earlier run keeps its stamps, this one's move");
            assertEquals(EPOCH, stored.get(1).at(), "and no record is changed");
            assertEquals(Duration.ZERO, rebases.shift(5));
            assertTrue(ledger.verify().sound());
        }
    }

    private static void run(Ledger ledger, Event... events) {
        ControlLoop control = new ControlLoop(
                new Substation(StorySubstation.settings(), SubstationState.NEW),
                new Commits(
                        ledger,
                        new StateChanges(Set.of()),
                        () -> TimeQuality.UNSYNCHRONISED,
                        () -> 0,
                        new VerdictSeal(StorySubstation.NAME, Optional.empty())),
                new LateClock(),
                () -> 0,
                new FlightTap(Optional.empty(), () -> EPOCH),
                new Nowhere());
        for (Event event : events) {
            control.post(event);
        }
        control.stop();
        control.run();
    }

    private static final class Nowhere implements ControlLoop.Outward {

        @Override
        public void setPoints(List<SetPoint> setPoints) {
            throw new AssertionError("nobody ordered " + setPoints);
        }

        @Override
        public void recordsAdded() {
            // Nothing is sent in this story.
        }

        @Override
        public void generators(List<GeneratorView> views) {
            // Nobody listens.
        }

        @Override
        public void views(List<NodeView> views) {
            // Nobody looks.
        }
    }
}
