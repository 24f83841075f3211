package org.wolfgate.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.curtailment.flowgate.LocalGate;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

/** Flowgates and units of plants as the commented example writes them. */
class LocalGateKeysTest {

    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void theExampleSaysWhatItSays() throws IOException {
        Problems problems = new Problems();
        SubstationSettings settings = SubstationFile.read("example", example(), CONFIG, problems)
                .orElseThrow(() -> new AssertionError(problems.list()))
                .settings();
        LocalGate gate = settings.gates().get(0);
        assertEquals("t1", gate.name());
        assertEquals(1.0, gate.factor("north"));
        assertEquals(ActivePower.parse("2 MW"), gate.care().hysteresis());
        assertEquals(Duration.ofSeconds(25), gate.care().staleAfter());
        assertEquals(
                Map.of("north-a", List.of("north-solar"), "north-b", List.of("north-battery")),
                settings.nodes().get(0).units());
        assertEquals(
                Duration.ofSeconds(10),
                settings.nodes()
                        .get(0)
                        .plants()
                        .values()
                        .iterator()
                        .next()
                        .ramp()
                        .dwell());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "meters: {transformer-meter: 1} | meters: {nobody: 1} | there is none of this name under 'meters'",
                "nodes: {north: 1, south: 1} | nodes: {north: 0} | a factor of 0 means that it is not behind",
                "nodes: {north: 1, south: 1} | nodes: {north: 2} | no distribution factor",
                "forward: 40 MW | forward: -40 MW | is not above 0",
                "margin: 800 kW | margin: 21 MW | is not below half of the limit",
                "release-after: 2 min | release-after: 2 h | is not above zero and at most 1 h",
                "north-a: [north-solar] | north-a: [moon] | plant 'moon' is not behind this node",
                "north-a: [north-solar] | north-a: [north-battery] | already makes the power of unit"
            })
    void whatCannotBeMeantIsOneLine(String good, String bad, String said) throws IOException {
        Problems problems = new Problems();
        String text = example();
        assertTrue(text.contains(good), good);
        SubstationFile.read("example", text.replace(good, bad), CONFIG, problems);
        assertEquals(1, problems.list().size(), problems.list().toString());
        Problem problem = problems.list().get(0);
        assertTrue(problem.toString().contains(said), problem.toString());
    }

    private static String example() throws IOException {
        return Files.readString(CONFIG.resolve("substation.example.yaml"));
    }
}
