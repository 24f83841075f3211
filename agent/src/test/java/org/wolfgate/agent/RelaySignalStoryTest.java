package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.LimitHeld;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.StandingArrived;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.relay.RelayLimit;
import org.wolfgate.drivers.yaml.Problems;

/**
 * Hydro's generator, 30 MW, is told its cap by contacts of 60, 30 and 0 %; wind's by one that says only that there is one.
 * The bank is Pi4J's mock. No contact is fed back, so what they say is what was commanded.
 */
class RelaySignalStoryTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final String BOARD = """
            lines:
              relay-board:
                family: gpio
                provider: mock
                gap: 0 ms
                outputs:
                  k5: {line: 5, active: low, energise-to: curtail, at-start: wait, at-stop: keep}
                  k6: {line: 6, active: low, energise-to: curtail, at-start: wait, at-stop: keep}
                  k7: {line: 7, active: high, energise-to: release, at-start: wait, at-stop: keep}
                  k8: {line: 8, active: low, energise-to: curtail, at-start: wait, at-stop: keep}
            """;
    private static final String STEPS = """
                signal:
                  line: relay-board
                  steps:
                    k5: {limit: 60 %}
                    k6: {limit: 30 %}
                    k7: {limit: 0 %}
            """;
    private static final String ONE = """
                signal: {line: relay-board, curtailed: k8}
            """;

    private final SubstationConfig config = config();
    private final List<String> notes = new ArrayList<>();
    private Substation substation = new Substation(config.settings(), SubstationState.NEW);
    private Optional<Bus> bank = Optional.empty();
    private int second;
    private boolean meterAnswers = true;

    @BeforeEach
    void theBankIsOpened() {
        bank = Optional.of(
                Objects.requireNonNull(config.lines().get("relay-board")).open());
    }

    @AfterEach
    void theBankIsClosed() {
        bank.ifPresent(Bus::close);
    }

    @Test
    void theContactsFollowTheCapAndSayFreeWhenItEnds() {
        run(2);
        assertEquals(Optional.empty(), said("hydro"), "before the first cap no contact is touched");
        order("a", 1, "hydro", "20 MW", 5);
        order("b", 2, "wind", "44 MW", 5);
        assertEquals(power("18 MW"), said("hydro"), "60 % is the highest step that is not above 20 MW");
        assertEquals(power("0 MW"), said("wind"), "one contact says that there is a cap, however high");
        run(6);
        assertEquals(power("30 MW"), said("hydro"));
        assertEquals(power("45 MW"), said("wind"));
        assertEquals(List.of(), notes);
    }

    @Test
    void failSafeIsSaidToo() {
        run(2);
        meterAnswers = false;
        run(8);
        assertEquals(power("9 MW"), said("hydro"), "the ladder's 15 MW are said as 30 %");
        meterAnswers = true;
        run(8);
        assertEquals(power("30 MW"), said("hydro"));
        assertEquals(List.of(), notes);
    }

    @Test
    void aRestartSaysAgainWhatWasSaidAndAForgottenSignalIsReleasedByTheNextRun() {
        order("a", 1, "hydro", "10 MW", 5);
        assertEquals(power("9 MW"), said("hydro"));
        restart();
        order("b", 2, "wind", "1 MW", 60);
        assertEquals(power("9 MW"), said("hydro"));
        var stored = new StateChanges(Set.of()).of(substation.state());
        second += 60;
        substation = new Substation(config.settings(), StateCodec.read(nodes(), stored));
        take(new StandingArrived("iso", 2));
        run(6);
        assertEquals(power("30 MW"), said("hydro"), "the order ended while nobody ran");
    }

    @Test
    void aLedgerFromBeforeThereWereSignalsIsResumed() {
        var stored = new StateChanges(Set.of()).of(substation.state());
        assertTrue(Objects.requireNonNull(stored.get("nodes/hydro")).contains("\"signal\":null,"), stored.toString());
        stored.replaceAll((name, text) -> text.replace("\"signal\":null,", ""));
        substation = new Substation(config.settings(), StateCodec.read(nodes(), stored));
        order("a", 1, "hydro", "20 MW", 5);
        assertEquals(power("18 MW"), said("hydro"));
    }

    @Test
    void aBankThatIsAwayIsOnRecordAndIsToldAgain() {
        order("a", 1, "hydro", "20 MW", 600);
        take(new LimitHeld("signal of hydro", Reading.missing("no GPIO")));
        assertEquals(List.of("generator signal lost: signal of hydro: no GPIO"), notes);
        take(new LimitReported("signal of hydro", cap("20 MW"), Reading.suspect(cap("30 MW"), "f5 says open")));
        take(new LimitReported("signal of hydro", cap("20 MW"), Reading.suspect(cap("30 MW"), "f5 says open")));
        run(6);
        assertEquals(
                List.of(
                        "generator signal lost: signal of hydro: no GPIO",
                        "generator signal back: signal of hydro: it answers again",
                        "generator signal doubtful: f5 says open",
                        "generator signal as told: node hydro"),
                notes);
    }

    @Test
    void aSignalOnALineWithoutRelaysIsOneProblem() {
        Problems problems = new Problems();
        String text = text().replace("{line: relay-board, curtailed: k8}", "{line: wind-plant-line, curtailed: k8}");
        SubstationFile.read("riverside.yaml", text, Path.of("..", "config"), problems);
        assertEquals(1, problems.list().size(), problems.list().toString());
        assertTrue(
                problems.list()
                        .get(0)
                        .toString()
                        .contains("this line has no relay contacts; name a line of the family"),
                problems.list().toString());
        Problems unknown = new Problems();
        SubstationFile.read(
                "riverside.yaml", text().replace("line: relay-board\n", "line: board\n"), Path.of("."), unknown);
        assertTrue(
                unknown.list().toString().contains("no line 'board'; there are: "),
                unknown.list().toString());
    }

    private void restart() {
        var stored = new StateChanges(Set.of()).of(substation.state());
        substation = new Substation(config.settings(), StateCodec.read(nodes(), stored));
        run(1);
    }

    private List<String> nodes() {
        return config.settings().nodes().stream().map(NodeSettings::id).toList();
    }

    private void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            second++;
            for (NodeSettings node : config.settings().nodes()) {
                take(new MeterRead(node.meter(), meterAnswers ? reading() : MeterReading.missing("no answer")));
            }
            take(new StandingArrived("iso", 2));
            take(new Tick());
        }
    }

    private static MeterReading reading() {
        MeterReading nothing = MeterReading.missing("not asked");
        return new MeterReading(Reading.good(cap("5 MW")), nothing.frequency(), nothing.exported(), nothing.imported());
    }

    /** What plants are told they confirm; what the signals are told goes to Pi4J. */
    private void take(Event event) {
        Effects effects = new Effects();
        substation.handle(NOON.plusSeconds(second), event, effects);
        effects.records().forEach(record -> {
            if (record instanceof Note note && note.what().startsWith("generator signal")) {
                notes.add(note.what() + ": " + note.detail());
            }
        });
        effects.setPoints().forEach(told -> {
            Reading<ActivePower> held = told.plant().startsWith("signal of ")
                    ? bank.orElseThrow().limit(told.plant()).apply(told.cap())
                    : Reading.good(told.cap());
            take(new LimitReported(told.plant(), told.cap(), held));
        });
    }

    private void order(String id, long sequence, String node, String cap, int seconds) {
        Instant now = NOON.plusSeconds(second);
        take(new OrderArrived(
                StoryOrders.order(
                        id, sequence, node, cap(cap), now, Duration.ofSeconds(seconds), Duration.ofSeconds(3)),
                true));
        run(1);
    }

    private Optional<ActivePower> said(String node) {
        return ((RelayLimit) bank.orElseThrow().limit("signal of " + node))
                .state()
                .commanded();
    }

    private static Optional<ActivePower> power(String text) {
        return Optional.of(cap(text));
    }

    private static ActivePower cap(String text) {
        return ActivePower.parse(text);
    }

    private static SubstationConfig config() {
        Problems problems = new Problems();
        return SubstationFile.read("riverside.yaml", text(), Path.of("..", "config"), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    private static String text() {
        try {
            String text = Files.readString(Path.of("..", "config", "demo.yaml"));
            return text.replace("lines:\n", BOARD)
                    .replace("    meter: hydro-meter\n", "    meter: hydro-meter\n" + STEPS)
                    .replace("    meter: wind-meter\n", "    meter: wind-meter\n" + ONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
