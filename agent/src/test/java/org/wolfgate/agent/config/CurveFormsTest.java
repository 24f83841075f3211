package org.wolfgate.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Problems;

/** Every form of curve can be what a running substation prices by. */
class CurveFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form: LINEAR, reference: 40.00, per_hertz: 2000 | 60.00",
                "form: SINH, reference: 40.00, scale: 30.00, doubling: 10 mHz | 62.50",
                "form: 'TABLE', vertices: [{at: 59.98 Hz, rate: 80.00}, {at: 60.00 Hz, rate: 40.00}] | 60.00",
                "form: SHIFTED_EXP, reference: 40.00, least: -20.00, doubling: 10 mHz | 100.00",
                "form: LINEAR, reference: 40.00, per_hertz: 2000, cap: 45.00 | 45.00"
            })
    void tenMillihertzBelowNominalAreWorth(String keys, String price) throws IOException {
        Problems problems = new Problems();
        SystemPrice formula = read(keys, problems).orElseThrow(() -> new AssertionError(problems.list()));
        assertEquals(
                price,
                formula.quote(new Frequency(59_990), Optional.empty()).price().toString());
        assertEquals("of-our-own", formula.parameterSet());
    }

    @Test
    void theOperatorChoosesWhetherSamplesOrTheirMeanArePriced() throws IOException {
        String formula = "form: LINEAR, reference: 40.00, per_hertz: 2000";
        Problems problems = new Problems();
        assertEquals(
                Optional.of(PriceBasis.PRICE_OF_MEAN), read(formula, problems).map(SystemPrice::basis));
        assertEquals(
                Optional.of(PriceBasis.MEAN_OF_PRICES),
                read(formula + ", basis: mean-of-prices", problems).map(SystemPrice::basis));
        assertTrue(read(formula + ", basis: median", problems).isEmpty());
        assertTrue(
                problems.list().toString().contains("price-of-mean, mean-of-prices"),
                problems.list().toString());
    }

    @Test
    void aFormNobodyKnowsIsAProblemWithItsLine() throws IOException {
        Problems problems = new Problems();
        assertTrue(read("form: CUBIC, reference: 40.00", problems).isEmpty());
        assertTrue(problems.list().toString().contains("CUBIC"), problems.list().toString());
    }

    private static Optional<SystemPrice> read(String keys, Problems problems) throws IOException {
        Path folder = Path.of("../config");
        String text = Files.readString(folder.resolve("demo.yaml"))
                .replaceAll("(?m)^( +)parameters: .*$", "$1parameters: of-our-own");
        String indent = text.substring(text.lastIndexOf('\n', text.indexOf("parameters: of-our-own")) + 1)
                .replaceAll("(?s)parameters.*", "");
        StringBuilder added = new StringBuilder("parameters: of-our-own");
        for (String key : keys.strip().split(", (?=[a-z_]+: )(?![^{]*\\})", -1)) {
            added.append('\n').append(indent).append(key);
        }
        return SubstationFile.read("demo.yaml", text.replace("parameters: of-our-own", added), folder, problems)
                .map(config -> config.settings().price());
    }
}
