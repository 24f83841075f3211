package org.wolfgate.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

class TariffFileTest {

    private static final Path TARIFFS = Path.of("..", "config", "tariffs");

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(TARIFFS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedTariffLoadsAndPrintsItsMark(Path file) throws IOException {
        String text = Files.readString(file);
        assertEquals(List.of(), TariffFile.check(file.toString(), text));
        Tariff tariff = TariffFile.read(file.toString(), text, new Problems()).orElseThrow();
        assertTrue(tariff.label().contains(tariff.mark().toString()), tariff.label());
        assertTrue(text.contains("mark: " + tariff.mark()));
    }

    @Test
    void aTechnicianSeesEveryMistakeOfAFileInOneGo() {
        String text = """
                tariff: X
                title: trial
                mark: exact-from-source
                currency: EUR
                unit: EUR/MWh
                in_force: now
                blocks: [15 min, 7 min]
                scheduled_frequency: 50 Hz
                rates:
                  rate:
                    vertices:
                      - {at: 50 Hz, rate: 10}
                      - {at: 49 Hz, rate: 20}
                    mark: recalled-unverified
                    source: memory
                parties:
                  any:
                    what: any
                    charges:
                      - name: deviation
                        on: surplus
                        bands:
                          - {up_to_percent: 10, receives: rate}
                          - {up_to_percent: 5, receives: rte}
                          - {receives: nothing, colour: red}
                        source: memory
                """;
        assertEquals(
                List.of(
                        "3:7: the file claims exact-from-source but its rate rate is recalled-unverified;"
                                + " write 'mark: recalled-unverified'",
                        "7:18: 'blocks': a block of 7 min does not divide an hour; correct the value",
                        "13:14: the vertex at 49.000 Hz is not above the one before it, 50.000 Hz;"
                                + " list the vertices in rising frequency, each once",
                        "18:5: party 'any' has no base charge on a shortage;"
                                + " add one; if it costs nothing, write 'pays: nothing'",
                        "20:9: 'mark' is missing; add it to this section",
                        "24:29: bands cross: this one ends at 5, the one before it at 10;"
                                + " list the bands in rising order",
                        "24:42: 'receives': 'rte' is no number and no rate or input above here (there are rate);"
                                + " correct the value",
                        "25:33: unknown key 'colour'; known here: mark, name, netted, pays, percent, receives,"
                                + " source, unstated, up_to_mw, up_to_percent"),
                lines(text));
    }

    @Test
    void twoBaseChargesOnTheSameDeviationAreAMistake() {
        String charge = "{name: a, on: shortage, bands: [{pays: 1}], mark: own-choice, source: trial}";
        String text = """
                tariff: X
                title: trial
                mark: own-choice
                currency: EUR
                unit: EUR/MWh
                in_force: now
                blocks: 15 min
                scheduled_frequency: 50 Hz
                parties:
                  any:
                    what: any
                    charges:
                      - {name: s, on: surplus, bands: [{pays: 1}], mark: own-choice, source: trial}
                      - %s
                      - %s
                """.formatted(charge, charge);
        assertEquals(
                List.of("15:9: the base charges 'a' and 'a' both price the same deviation;"
                        + " keep one, part them by frequency, or write 'additional: true'"),
                lines(text));
    }

    private static List<String> lines(String text) {
        return TariffFile.check("t.yaml", text).stream()
                .map(Problem::toString)
                .map(line -> line.substring("t.yaml:".length()))
                .toList();
    }
}
