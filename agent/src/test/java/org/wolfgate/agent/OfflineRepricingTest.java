package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.OfflineRepricing.Outcome;
import org.wolfgate.agent.cli.statement.StatementEntry;
import org.wolfgate.agent.cli.statement.StatementSource;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.FrequencyArrived;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.LateInputs;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerException;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.settlement.Finality;
import org.wolfgate.drivers.Frequency;

/** A ledger whose agent knew no frequency for a minute, and an operator who sends it two days later. */
class OfflineRepricingTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(172_800);
    private static final Interval MINUTE = new Interval(NOON, NOON.plusSeconds(60));

    @TempDir
    private Path data;

    private SubstationConfig config = SilentMinute.config();

    @BeforeEach
    void anAgentRunsForAMinute() throws IOException {
        config = SilentMinute.run(data);
    }

    @Test
    void linesThatWaitedGetAVersionWithTheFrequencyAndNothingElseChanges() {
        List<StatementEntry> before = lines();
        assertEquals(12, before.size());
        Outcome outcome = OfflineRepricing.done(config, data, MINUTE, OfflineRepricingTest::late, LATER);
        assertEquals(12, outcome.made().size());
        assertEquals(0, outcome.waiting());
        List<StatementEntry> after = lines();
        assertEquals(24, after.size(), "the lines of before stay on record");
        List<StatementEntry> inForce =
                after.stream().filter(StatementEntry::inForce).toList();
        for (int i = 0; i < 12; i++) {
            StatementEntry line = inForce.get(i);
            assertEquals(Finality.FINAL, line.settled().finality());
            assertEquals(2, line.settled().deviation().version());
            assertEquals("100.00", line.settled().deviation().price().price().toString());
            assertEquals(
                    before.get(i).settled().deviation().deviation(),
                    line.settled().deviation().deviation());
        }
        try (LedgerReader ledger = Ledger.openReadOnly(data)) {
            assertEquals(Optional.empty(), ledger.verify().fault());
        }
    }

    @Test
    void onlyTheIntervalsOfTheSpanAndOnlyThoseWithAnInput() {
        Interval half = new Interval(NOON, NOON.plusSeconds(30));
        Function<Interval, LateInputs> some =
                time -> time.start().isBefore(NOON.plusSeconds(10)) ? late(time) : LateInputs.NONE;
        Outcome outcome = OfflineRepricing.done(config, data, half, some, LATER);
        assertEquals(2, outcome.made().size());
        assertEquals(4, outcome.waiting());
    }

    @Test
    void aTrialChangesNothingAndSaysTheSame() {
        Outcome tried = OfflineRepricing.tried(config, data, MINUTE, OfflineRepricingTest::late, LATER);
        assertEquals(12, lines().size());
        assertEquals(tried, OfflineRepricing.done(config, data, MINUTE, OfflineRepricingTest::late, LATER));
    }

    @Test
    void aSecondTimeThereIsNothingLeftToDo() {
        OfflineRepricing.done(config, data, MINUTE, OfflineRepricingTest::late, LATER);
        assertEquals(
                List.of(),
                OfflineRepricing.done(config, data, MINUTE, OfflineRepricingTest::late, LATER)
                        .made());
        assertEquals(24, lines().size());
    }

    @Test
    void whileTheAgentRunsItIsRefused() {
        try (Ledger running = open()) {
            assertThrows(
                    LedgerException.class,
                    () -> OfflineRepricing.done(config, data, MINUTE, OfflineRepricingTest::late, LATER),
                    running.boot());
            assertEquals(
                    12,
                    OfflineRepricing.tried(config, data, MINUTE, OfflineRepricingTest::late, LATER)
                            .made()
                            .size());
        }
        assertEquals(12, lines().size());
    }

    /** The agent that comes back knows of the new versions: it neither repeats nor overwrites them. */
    @Test
    void theAgentGoesOnFromThere() {
        OfflineRepricing.done(config, data, MINUTE, OfflineRepricingTest::late, LATER);
        try (Ledger ledger = open()) {
            Map<String, String> states = ledger.reader().states();
            Substation substation =
                    new Substation(config.settings(), StateCodec.read(List.of("solar", "wind", "hydro"), states));
            Effects effects = new Effects();
            List<Event> events = new ArrayList<>();
            events.add(new FrequencyArrived(NOON.plusSeconds(3), Frequency.parse("60.000 Hz")));
            events.add(new Tick());
            for (Event event : events) {
                substation.handle(NOON.plusSeconds(80 + 20L * events.indexOf(event)), event, effects);
            }
            assertTrue(effects.records().stream()
                    .filter(IntervalSettled.class::isInstance)
                    .map(IntervalSettled.class::cast)
                    .noneMatch(line -> line.settled().node().equals("solar")
                            && line.settled()
                                    .deviation()
                                    .metered()
                                    .interval()
                                    .start()
                                    .isBefore(NOON.plusSeconds(60))));
            SilentMinute.commit(ledger, states, effects, substation);
        }
        assertEquals(
                24,
                lines().stream()
                        .filter(line -> line.settled().deviation().version() <= 2)
                        .count());
    }

    private static LateInputs late(Interval time) {
        return time.start().isBefore(NOON)
                ? LateInputs.NONE
                : new LateInputs(Optional.of(Frequency.parse("59.980 Hz")), Optional.empty(), Map.of());
    }

    private Ledger open() {
        return Ledger.open(data, BootId.fresh());
    }

    private List<StatementEntry> lines() {
        try (LedgerReader ledger = Ledger.openReadOnly(data)) {
            return new StatementSource(ledger).lines("solar", MINUTE.start(), MINUTE.end());
        }
    }
}
