package org.wolfgate.drivers.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.relay.RelayOutput;
import org.wolfgate.drivers.relay.RelayOutput.AtStart;
import org.wolfgate.drivers.relay.RelayOutput.AtStop;
import org.wolfgate.drivers.relay.RelayOutput.Duty;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** The family {@code gpio} from its keys to Pi4J, whose mock stands in for the chip. */
class GpioProviderTest {

    private static final ActivePower RATING = ActivePower.ofKilowatts(2_000);
    private static final String BANK = """
            family: gpio
            provider: mock
            gap: 0 ms
            feedback-within: 0 ms
            outputs:
              k2: {line: 20, active: low, energise-to: curtail, at-start: de-energised, at-stop: de-energised}
              k4: {line: 21, active: low, energise-to: release, at-start: wait, at-stop: keep}
            inputs:
              f2: {line: 5, active: high}
              f4: {line: 6, active: low}
            """;
    private static final String STEPS = """
            steps:
              k2: {limit: 60 %}
              k4: {limit: 0 %}
            """;

    private final Problems problems = new Problems();

    @TempDir
    private Path folder;

    /** Pi4J/pi4j#485: an output that was shut down stayed taken, so a bank is opened once. */
    @Test
    void aBankOnPi4jIsDrivenAndSaysThatNothingConfirmsIt() {
        try (Bus bus = bank(BANK).withLimit("wind", RATING, yaml(STEPS)).open()) {
            Reading<ActivePower> held = bus.limit("wind").apply(ActivePower.ofKilowatts(1_500));
            assertEquals(Quality.SUBSTITUTED, held.quality(), held.reason());
            assertEquals(ActivePower.ofKilowatts(1_200), held.value().orElseThrow());
        }
        assertEquals(List.of(), lines());
    }

    /** The mock's inputs stay low: f2 says its relay is open, f4 (closed pulls low) that its relay has pulled. */
    @Test
    void feedbackContactsAreReadWithTheirPolarity() {
        String wired = """
                steps:
                  k2: {limit: 60 %, feedback: f2}
                  k4: {limit: 0 %, feedback: f4}
                """;
        try (Bus bus = bank(BANK).withLimit("wind", RATING, yaml(wired)).open()) {
            assertEquals(Reading.good(RATING), bus.limit("wind").apply(RATING));
            assertEquals(
                    Quality.SUSPECT, bus.limit("wind").apply(ActivePower.ZERO).quality());
        }
        assertEquals(List.of(), lines());
    }

    @Test
    void whatATechnicianMustDecideIsAskedForAndMistakesAreNamed() {
        LineSettings line = bank("""
                family: gpio
                provider: auto
                outputs:
                  k2: {line: GPIO20, active: low, energise-to: trip}
                """);
        line.withLimit("wind", RATING, yaml("steps: {k9: {limit: 120 %}}"));
        line.withMeter("meter", yaml("profile: eastron-sdm630"));
        String all = String.join("\n", lines());
        for (String expected : List.of(
                "'auto' is no provider: write gpiod",
                "'GPIO20' is no line number",
                "'trip' is not known here; write one of [curtail, release]",
                "'at-start' is missing",
                "'at-stop' is missing",
                "'120 %' is no share",
                "line 'relays' has no output 'k9'; there are: [k2]",
                "is a relay bank and has no meters")) {
            assertTrue(all.contains(expected), expected + " in:\n" + all);
        }
    }

    @Test
    void anOutputBelongsToOnePlant() {
        LineSettings line = bank(BANK).withLimit("wind", RATING, yaml(STEPS));
        line.withLimit("solar", RATING, yaml(STEPS));
        assertTrue(
                lines().toString().contains("output 'k2' already belongs to another plant or signal"),
                lines().toString());
    }

    /** f4 is closed while k4 is energised; the mock's inputs stay low, so it says closed: k4, energised to release, is free. */
    @Test
    void aSignalOfOneContactSaysThatThereIsACapHoweverHighItIs() {
        Section keys = yaml("{curtailed: k4, feedback: f4}");
        try (Bus bus = bank(BANK).withSignal("signal of north", RATING, keys).open()) {
            assertEquals(Reading.good(RATING), bus.limit("signal of north").apply(RATING));
            Reading<ActivePower> told = bus.limit("signal of north").apply(ActivePower.ofKilowatts(1_999));
            assertEquals(Quality.SUSPECT, told.quality());
            assertTrue(
                    told.reason().startsWith("signal of north: commanded 0 MW, but the feedback contacts say 2 MW"),
                    told.reason());
        }
        assertEquals(List.of(), lines());
    }

    @Test
    void aSignalHasStepsLikeAPlantAndRelaysOfItsOwn() {
        LineSettings line = bank(BANK).withSignal("signal of north", RATING, yaml("steps: {k2: {limit: 30 %}}"));
        assertEquals(List.of(ActivePower.ofKilowatts(600)), line.stages("signal of north"));
        assertEquals(List.of(), lines());
        line.withLimit("wind", RATING, yaml(STEPS));
        line.withSignal("signal of south", RATING, yaml("curtailed: k2"));
        line.withSignal("signal of west", RATING, yaml("{curtailed: k7, steps: {k4: {limit: 0 %}}}"));
        line.withSignal("signal of east", RATING, yaml("steps: {}"));
        String all = String.join("\n", lines());
        for (String expected : List.of(
                "test.yaml:2:7: output 'k2' already belongs to another plant or signal",
                "test.yaml:1:1: output 'k2' already belongs to another plant or signal",
                "line 'relays' has no output 'k7'; there are: [",
                "'curtailed' is one contact for every cap; keep either 'curtailed' or 'steps'",
                "the signal has no steps")) {
            assertTrue(all.contains(expected), expected + " in:\n" + all);
        }
    }

    /** A machine without GPIO: the agent goes on, and each set-point says why it did not reach the relay. */
    @Test
    void aMachineWithoutGpioGivesAClearReasonAndNoException() {
        String gpiod = BANK.replace("provider: mock", "provider: gpiod");
        try (Bus bus = bank(gpiod).withLimit("wind", RATING, yaml(STEPS)).open()) {
            Reading<ActivePower> held = bus.limit("wind").apply(ActivePower.ZERO);
            assertEquals(Quality.MISSING, held.quality());
            assertTrue(held.reason().startsWith("plant wind: relay bank relays, k2 on GPIO line 20: "), held.reason());
        }
    }

    @Test
    void theAdviceGoesFromTheHardwareUpward() throws IOException {
        Path chip = folder.resolve("gpiochip0");
        Path model = folder.resolve("model");
        IllegalStateException cause = new IllegalStateException("no chip", new IOException("line busy"));
        assertTrue(GpioTrouble.advice(cause, chip, model).startsWith("this machine has no GPIO"));
        Files.createFile(chip);
        assertTrue(GpioTrouble.advice(cause, chip, model).contains("not known to be a Raspberry Pi"));
        Files.createFile(model);
        assertEquals(
                "line busy; is the line taken by another program (gpioinfo shows it) or by an overlay?",
                GpioTrouble.advice(cause, chip, model));
    }

    @Test
    void whatTheServiceManagerShallDoAfterACrashIsWrittenAsLevels() throws IOException {
        Path file = folder.resolve("bank.relays");
        GpioKeys keys = GpioKeys.read(known(yaml(BANK)));
        SafeStateFile.write(file, keys.outputs().values());
        assertEquals("20=1\n", Files.readString(file));
        assertTrue(
                keys.outputs().values().stream().map(RelayOutput::name).toList().contains("k4"));
    }

    @Test
    void afterACrashWhatCurtailsIsSetBeforeWhatReleases() throws IOException {
        Path file = folder.resolve("bank.relays");
        RelayOutput free = new RelayOutput("k2", 0, true, Duty.CURTAIL, AtStart.WAIT, AtStop.DE_ENERGISED);
        RelayOutput zero = new RelayOutput("k4", 12, false, Duty.RELEASE, AtStart.WAIT, AtStop.DE_ENERGISED);
        SafeStateFile.write(file, List.of(free, zero));
        assertEquals("12=0\n0=1\n", Files.readString(file));
    }

    private LineSettings bank(String text) {
        try (Section keys = known(yaml(text))) {
            DriverProvider provider =
                    Objects.requireNonNull(DriverProvider.installed().get("gpio"));
            return provider.line("relays", keys, folder);
        }
    }

    private static Section known(Section keys) {
        keys.text("family");
        return keys;
    }

    private Section yaml(String text) {
        return Yaml.read("test.yaml", text, problems).orElseThrow();
    }

    private List<String> lines() {
        return problems.list().stream().map(Problem::toString).toList();
    }
}
