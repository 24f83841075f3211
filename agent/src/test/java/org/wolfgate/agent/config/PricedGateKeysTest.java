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
import org.wolfgate.agent.control.PricedGate;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

/** Flowgates in the price as the commented example writes them. */
class PricedGateKeysTest {

    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void theExampleSaysWhatItSays() throws IOException {
        Problems problems = new Problems();
        List<PricedGate> gates = SubstationFile.read("example", example(), CONFIG, problems)
                .orElseThrow(() -> new AssertionError(problems.list()))
                .settings()
                .priced();
        PricedGate north = new PricedGate(
                new Flowgate("northgate", Price.parse("1.00"), PerUnit.parse("0.10")),
                Duration.ofMinutes(1),
                Map.of("north", PerUnit.parse("0.40"), "south", PerUnit.parse("-0.15")),
                false);
        PricedGate transformer = new PricedGate(
                new Flowgate("t1", Price.parse("0.50"), PerUnit.parse("0.10")),
                Duration.ofMinutes(1),
                Map.of("north", PerUnit.parse("1"), "south", PerUnit.parse("1")),
                true);
        assertEquals(List.of(north, transformer), gates, "the second is metered here, with the nodes of 'flowgates'");
    }

    @Test
    void withoutTheSectionNoGateEntersThePrice() throws IOException {
        String text = example().replaceAll("(?s)    gates:\\R      northgate:.*?(?=    # Instead of)", "");
        Problems problems = new Problems();
        assertEquals(
                List.of(),
                SubstationFile.read("example", text, CONFIG, problems)
                        .orElseThrow(() -> new AssertionError(problems.list()))
                        .settings()
                        .priced());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scale: 1.00 | scale: -1.00 | 'scale': a price of -1.00 is not above 0",
                "scale: 1.00 | scale: 1.001 | 'scale'",
                "scale: 1.00 | height: 1.00 | 'scale' is missing",
                "doubling: 0.10 | doubling: 0 | 'doubling': a rise in loading of 0 is not between 0.025 and 10",
                "doubling: 0.10 | doubling: 10 % | is no share",
                "nodes: {north: 0.40, south: -0.15} | nodes: {north: 1.5} | no distribution factor",
                "nodes: {north: 0.40, south: -0.15} | nodes: {east: 0.5} | there is none of this name under 'nodes'",
                "nodes: {north: 0.40, south: -0.15} | nodes: {north: 0} | a factor of 0 means that it is not behind",
                "nodes: {north: 0.40, south: -0.15} | pace: 7 | section 'nodes' is missing",
                "stale-after: 1 min | stale-after: 2 h | is not above zero and at most 1 h",
                "northgate:       | North gate: | is no name",
                "scale: 0.50 | nodes: {north: 1} | the nodes behind 't1' stand under 'flowgates'"
            })
    void whatCannotBeMeantIsSaidWithItsPlace(String good, String bad, String said) throws IOException {
        Problems problems = new Problems();
        String text = example();
        assertTrue(text.contains(good), good);
        SubstationFile.read("example", text.replaceFirst(java.util.regex.Pattern.quote(good), bad), CONFIG, problems);
        List<String> lines = problems.list().stream().map(Problem::toString).toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains(said)), lines.toString());
        assertTrue(lines.stream().allMatch(line -> line.matches("example:[0-9]+:[0-9]+: .*")), lines.toString());
    }

    private static String example() throws IOException {
        return Files.readString(CONFIG.resolve("substation.example.yaml"));
    }
}
