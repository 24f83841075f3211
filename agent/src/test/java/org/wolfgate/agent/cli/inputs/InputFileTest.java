package org.wolfgate.agent.cli.inputs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

/** Half-hourly prices as people bring them: from a spreadsheet, from a program, and with every slip of the hand. */
class InputFileTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void aTableGivesEachBlockItsPrice() {
        InputSeries series = read("""
                # from the market's page
                time;price
                2026-11-22T00:00:00Z;61.20
                2026-11-22T00:30:00Z; -5
                2026-11-22T01:00:00Z;
                """);
        assertEquals(Map.of("price", new BigDecimal("61.20")), series.over(block(0, 30)));
        assertEquals(Map.of("price", new BigDecimal("61.20")), series.over(block(15, 15)), "a part of the row");
        assertEquals(Map.of("price", new BigDecimal("-5")), series.over(block(30, 30)));
        assertEquals(Map.of(), series.over(block(60, 30)), "left empty: unknown, not zero");
        assertEquals(Map.of(), series.over(block(90, 30)), "behind the file nothing is known");
    }

    @Test
    void jsonAndTablesWithEndsSayTheSame() {
        InputSeries json = read("""
                [{"time": "2026-11-22T00:00:00Z", "end": "2026-11-22T00:30:00Z", "price": 61.20},
                 {"time": "2026-11-22T00:30:00Z", "end": "2026-11-22T01:30:00Z", "price": null}]
                """);
        InputSeries table = read("""
                time,end,price
                2026-11-22T00:00:00Z,2026-11-22T00:30:00Z,61.20
                2026-11-22T00:30:00Z,2026-11-22T01:30:00Z,
                """);
        for (int minute = 0; minute < 90; minute += 30) {
            assertEquals(json.over(block(minute, 30)), table.over(block(minute, 30)));
        }
        assertTrue(json.has("price"));
    }

    @Test
    void rowsThatAreShorterThanABlockCannotPriceIt() {
        InputSeries series = read("""
                time;price
                2026-11-22T00:00:00Z;61.20
                2026-11-22T00:15:00Z;70.00
                """);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> series.over(block(0, 30)));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("prices.csv: the row of"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "time;price/00:00:00Z;1/00:30:00Z;2/00:30:00Z;3 | 4:1: the row from 2026-11-22T00:30:00Z overlaps the one before",
                "time;price/00:00:00Z;1/00:00:00Z;2 | 3:1: the row from 2026-11-22T00:00:00Z overlaps the one before",
                "time;price/00:00:00Z;1/00:30:00Z;2/01:30:00Z;3 | 4:1: there is a gap from 2026-11-22T01:00:00Z to 2026-11-22T01:30:00Z",
                "time;price/00:00:00Z;dear/00:30:00Z;2 | 2:22: 'dear' is no number",
                "time;price/00:00:00Z;1,5/00:30:00Z;2 | 2:22: '1,5' is no number",
                "time;price/noon;1/00:30:00Z;2 | 2:1: 'noon' is no time",
                "time;cost/00:00:00Z;1/00:30:00Z;2 | 2:22: no input 'cost' is asked for",
                "time;price/00:00:00Z;1;9/00:30:00Z;2 | 2:1: this row has 3 cells, the head 2",
                "price/1 | 1:1: the head has no column 'time'",
                "time;price/00:00:00Z;1 | 2:1: one row does not say how long it holds",
                "`` | 1:1: there is nothing here",
                "[{\"time\": \"noon\", \"end\": \"x\"}, 7] | 1:11: 'noon' is no time",
                "[{\"price\": 1}] | 1:2: this row has no 'time'",
                "[{\"time\" | 1:9: no JSON",
                "{} | 1:1: this is no list"
            })
    void aSlipIsToldWithItsPlace(String file, String problem) {
        String text = file.replace("/", "\n").replaceAll("(?m)^(\\d\\d:)", "2026-11-22T$1");
        Problems problems = new Problems();
        Optional<InputSeries> series = InputFile.read("prices.csv", text, Set.of("price"), problems);
        assertTrue(series.isEmpty());
        String told = problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        assertTrue(told.startsWith("prices.csv:" + problem), told);
    }

    private static InputSeries read(String text) {
        Problems problems = new Problems();
        return InputFile.read("prices.csv", text, Set.of("price"), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    private static Interval block(int minute, int length) {
        Instant start = MIDNIGHT.plus(Duration.ofMinutes(minute));
        return new Interval(start, start.plus(Duration.ofMinutes(length)));
    }
}
