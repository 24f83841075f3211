package org.wolfgate.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.metering.IslandingContact;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Accounting;
import org.wolfgate.agent.pricing.ReactivePrice;
import org.wolfgate.agent.pricing.Voltage;
import org.wolfgate.agent.settlement.DamagesTerms;
import org.wolfgate.agent.settlement.ReactiveTerms;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

/** Contacts and what else a node may have, as the commented example writes them. */
class NodeTermsTest {

    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void theExampleSaysWhatItSays() throws IOException {
        SubstationConfig config = read(example());
        IslandingContact breaker = new IslandingContact("tie-breaker", false, Duration.ofMinutes(1));
        for (NodeSettings node : config.settings().nodes()) {
            assertEquals(List.of(breaker), node.terms().islanding());
        }
        assertEquals(
                Optional.of(new DamagesTerms(Accounting.NET, Price.parse("35.00"))),
                config.settings().nodes().get(0).terms().damages());
        assertEquals(
                Optional.of(new ReactiveTerms(ReactivePrice.ILLUSTRATIVE, Voltage.ofKilovolts(new BigDecimal(132)))),
                config.settings().nodes().get(0).terms().reactive());
        assertEquals("metering-gateway", config.contacts().get(0).line());
        assertEquals(Duration.ofSeconds(20), config.contacts().get(0).pace());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "islanded-by: [tie-breaker] | islanded-by: [tie-breake] | no contact 'tie-breake'; there are: [tie-",
                "islanded-by: [tie-breaker] | islanded-by: [] | contact 'tie-breaker' is named nowhere",
                "islanded-when: open | islanded-when: ajar | 'ajar' is no state of a contact",
                "table: discrete | table: coil | 'coil' holds no contacts: write discrete",
                "table: discrete | table: holding | 'bit' is missing",
                "accounting: net | accounting: both | 'both' is none of gross, net",
                "contract-price: 35.00 | contract-price: 35.005 | 'contract-price'",
                "contract: scheduled | contract: no-contract | a node without a contract owes no damages",
                "    reactive: line-voltage | # nothing | the node's meter is not asked for voltage and vars",
                "reactive: line-voltage | reactive: volts | 'volts' is no voltage: write line-voltage",
                "profile: schneider-pm5500 | profile: sel-735 | has no reactive-power",
                "scheduled-voltage: 132 kV | scheduled-voltage: 132 | '132' is no voltage: write 132 kV",
                "base-price: 2.00 | base-price: -2.00 | a base price of -2.00 is below zero",
                "doubling: 2 % | doubling: 0.02 | 'doubling'",
                "holds: 1 min | holds: 2 s | let 'holds' be at least three times 'poll'"
            })
    void whatCannotBeMeantIsOneLineWithItsPlace(String good, String bad, String said) throws IOException {
        String text = example();
        assertTrue(text.contains(good), good);
        Problems problems = new Problems();
        SubstationFile.read("example", text.replace(good, bad), CONFIG, problems);
        List<String> all = problems.list().stream().map(Problem::toString).toList();
        assertEquals(1, all.stream().filter(line -> line.contains(said)).count(), all.toString());
        assertTrue(all.get(0).matches("example:\\d+:\\d+: .*"), all.toString());
    }

    private static SubstationConfig read(String text) {
        Problems problems = new Problems();
        return SubstationFile.read("example", text, CONFIG, problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    private static String example() throws IOException {
        return Files.readString(CONFIG.resolve("substation.example.yaml"));
    }
}
