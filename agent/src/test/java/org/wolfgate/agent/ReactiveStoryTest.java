package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.cli.statement.CsvFormat;
import org.wolfgate.agent.cli.statement.ExplainedLine;
import org.wolfgate.agent.cli.statement.JsonFormat;
import org.wolfgate.agent.cli.statement.Statement;
import org.wolfgate.agent.cli.statement.TextFormat;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.NodeTerms;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.ReactivePrice;
import org.wolfgate.agent.pricing.Voltage;
import org.wolfgate.agent.settlement.Finality;
import org.wolfgate.agent.settlement.ReactiveLine;
import org.wolfgate.agent.settlement.ReactiveTerms;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.drivers.GridVoltage;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.MeterReading.Reactive;
import org.wolfgate.drivers.ReactivePower;
import org.wolfgate.drivers.Reading;

/**
 * A node on a 132 kV busbar whose vars are priced. Intervals of 10 s; at 59.980 Hz the active price is 100.00, so that B is
 * 2.00 + 0.05 x 100.00 = 7; 36 Mvar are 100 kvarh in an interval.
 */
class ReactiveStoryTest {

    private static final Voltage SCHEDULED = Voltage.ofKilovolts(new BigDecimal(132));
    private static final long TWO_PERCENT_LOW = 129_360_000;

    private final TermsStory story = new TermsStory(new NodeTerms(
            List.of(), Optional.empty(), Optional.of(new ReactiveTerms(ReactivePrice.ILLUSTRATIVE, SCHEDULED))));

    @Test
    void varsInjectedAtLowVoltageArePaidFor() throws MessageException {
        begin();
        for (int second = 0; second <= 11; second++) {
            visit(second, TWO_PERCENT_LOW, 36_000_000);
        }
        ReactiveLine line = line(0);
        assertEquals(Optional.of(Price.parse("7.00")), line.price());
        assertEquals(Optional.of(100_000L), line.metered().varHours());
        assertEquals(Optional.of(money("0.700000")), line.amount());
    }

    @Test
    void atHighVoltageWhoAbsorbsIsPaidAndWhoInjectsPays() throws MessageException {
        begin();
        for (int second = 0; second <= 21; second++) {
            visit(second, 134_640_000, second < 10 ? -36_000_000 : 36_000_000);
        }
        assertTrue(line(0).amount().orElseThrow().micros() > 0);
        assertTrue(line(10).amount().orElseThrow().micros() < 0);
    }

    /** A voltage register without a value must not become zero volts, where vars would be worth a fortune. */
    @Test
    void aVoltageThatWasNotMeasuredHasNoPrice() throws MessageException {
        begin();
        for (int second = 0; second <= 21; second++) {
            story.happens(second, new MeterRead("solar-meter", with(second, Reading.missing("no value"), 36_000_000)));
        }
        assertEquals(Optional.empty(), line(0).price());
        assertEquals(Optional.empty(), line(0).amount());
        assertTrue(
                settled(0).flags().contains("VOLTAGE_MISSING"),
                settled(0).flags().toString());
        assertTrue(settled(0).finality() == Finality.FINAL, "nothing can bring it later");
    }

    @Test
    void aDeadInputOrAMisreadWordIsNoVoltageOfTheGrid() throws MessageException {
        begin();
        for (int second = 0; second <= 11; second++) {
            visit(second, second % 2 == 0 ? 0 : 1_000_000_000_000L, 36_000_000);
        }
        assertTrue(
                settled(0).flags().contains("VOLTAGE_MISSING"),
                settled(0).flags().toString());
    }

    @Test
    void aVoltageSeenForHalfOfTheIntervalIsUsedAndSaysSo() throws MessageException {
        begin();
        for (int second = 0; second <= 11; second++) {
            Reading<GridVoltage> volts =
                    second % 2 == 0 ? Reading.good(new GridVoltage(TWO_PERCENT_LOW)) : Reading.missing("no value");
            story.happens(second, new MeterRead("solar-meter", with(second, volts, 36_000_000)));
        }
        assertEquals(Optional.of(Price.parse("7.00")), line(0).price());
        assertTrue(
                settled(0).flags().contains("VOLTAGE_ESTIMATED"),
                settled(0).flags().toString());
    }

    @Test
    void varsOverAGapAreNotGuessed() throws MessageException {
        begin();
        for (int second = 0; second <= 31; second++) {
            if (second < 3 || second > 9) {
                visit(second, TWO_PERCENT_LOW, 36_000_000);
            }
        }
        assertEquals(Optional.empty(), line(0).metered().varHours());
        assertEquals(Optional.empty(), line(0).amount());
        assertTrue(
                settled(0).flags().contains("REACTIVE_INCOMPLETE"),
                settled(0).flags().toString());
        assertEquals(Optional.of(100_000L), line(20).metered().varHours());
    }

    @Test
    void aRestartLosesNeitherVarsNorVoltage() throws MessageException {
        begin();
        for (int second = 0; second <= 11; second++) {
            visit(second, TWO_PERCENT_LOW, 36_000_000);
            if (second == 4) {
                story.restart();
            }
        }
        assertEquals(Optional.of(money("0.700000")), line(0).amount());
    }

    /** The sum of the whole varh of many intervals is the integral of all, to the last one. */
    @Test
    void whatIsBelowAVarhIsCarriedToTheNextInterval() throws MessageException {
        for (long seed = 1; seed <= 10; seed++) {
            TermsStory each = new TermsStory(new NodeTerms(
                    List.of(),
                    Optional.empty(),
                    Optional.of(new ReactiveTerms(ReactivePrice.ILLUSTRATIVE, SCHEDULED))));
            each.told(0, "schedule", "solar 36 until 13:00:00");
            Random random = new Random(seed);
            long twiceVarSeconds = 0;
            long before = 0;
            for (int second = 0; second <= 101; second++) {
                long vars = random.nextInt(2_001) - 1_000L;
                if (second > 0 && second <= 100) {
                    twiceVarSeconds += before + vars;
                }
                before = vars;
                MeterReading plain = each.reading("solar", second, "36");
                each.happens(
                        second, new MeterRead("solar-meter", with(plain, Reading.good(volts(TWO_PERCENT_LOW)), vars)));
            }
            long sum = 0;
            for (int start = 0; start < 100; start += 10) {
                sum += each.line("solar", start)
                        .reactive()
                        .orElseThrow()
                        .metered()
                        .varHours()
                        .orElseThrow();
            }
            assertEquals(Math.floorDiv(twiceVarSeconds, 7_200), sum, "seed " + seed);
        }
    }

    @Test
    void aLateFrequencyPricesTheVarsAnewToo() throws MessageException {
        begin();
        for (int second = 0; second <= 12; second++) {
            MeterReading read = with(second, Reading.good(volts(TWO_PERCENT_LOW)), 36_000_000);
            story.happens(
                    second,
                    new MeterRead(
                            "solar-meter",
                            new MeterReading(
                                    read.power(),
                                    Reading.missing("no value"),
                                    read.exported(),
                                    read.imported(),
                                    read.reactive())));
        }
        assertEquals(Optional.of(Price.parse("4.00")), line(0).price(), "at the reference price of 40.00");
        story.restart();
        story.told(20, "frequency", "59.960 from 12:00:03");
        story.told(31, "frequency", "60.000 from 12:00:31");
        assertEquals("220.00", settled(0).deviation().price().price().toString());
        assertEquals(Optional.of(Price.parse("13.00")), line(0).price(), "B is 2.00 + 0.05 x 220.00");
        assertEquals(Optional.of(money("1.300000")), line(0).amount());
    }

    @Test
    void whoeverReadsTheStatementRecomputesTheVars(@TempDir Path folder) throws Exception {
        begin();
        Random random = new Random(5);
        for (int second = 0; second <= 31; second++) {
            boolean dark = second > 20;
            Reading<GridVoltage> volts =
                    dark ? Reading.missing("no value") : Reading.good(volts(125_000_000 + random.nextInt(14_000_000)));
            story.happens(
                    second, new MeterRead("solar-meter", with(second, volts, random.nextInt(72_000_000) - 36_000_000)));
        }
        Statement statement = story.statement("solar", 0, 10, 20);
        String json = JsonFormat.of(statement);
        assertEquals("", recompute(folder, json));
        assertTrue(
                recompute(folder, json.replaceFirst("\"voltage_mv\":1\\d\\d", "\"voltage_mv\":120"))
                        .contains("price of vars is printed as"),
                json);
        assertEquals(
                3,
                CsvFormat.of(statement).stream()
                        .filter(row -> row.contains(",reactive,"))
                        .count());
        String text = String.join("\n", TextFormat.of(statement));
        assertTrue(text.contains(" (scheduled 132 kV), ") && text.contains("voltage not measured"), text);
        String told = String.join(
                "\n", ExplainedLine.of(statement, "solar/2030-06-01T12:00:00Z").orElseThrow());
        assertTrue(told.contains("B = 2.00 + 0.05 x max(100.00, 0) = 7;"), told);
    }

    private void begin() {
        story.told(0, "schedule", "solar 36 until 13:00:00");
    }

    private void visit(int second, long millivolts, long vars) {
        story.happens(second, new MeterRead("solar-meter", with(second, Reading.good(volts(millivolts)), vars)));
    }

    private MeterReading with(int second, Reading<GridVoltage> volts, long vars) {
        return with(story.reading("solar", second, "36"), volts, vars);
    }

    private static MeterReading with(MeterReading plain, Reading<GridVoltage> volts, long vars) {
        return new MeterReading(
                plain.power(),
                plain.frequency(),
                plain.exported(),
                plain.imported(),
                Optional.of(new Reactive(Reading.good(new ReactivePower(vars)), volts)));
    }

    private static GridVoltage volts(long millivolts) {
        return new GridVoltage(millivolts);
    }

    private SettledInterval settled(int start) throws MessageException {
        return story.line("solar", start);
    }

    private ReactiveLine line(int start) throws MessageException {
        return settled(start).reactive().orElseThrow();
    }

    private static Money money(String amount) {
        return Money.of(new BigDecimal(amount));
    }

    /** What the script that shares no code with the product finds wrong; empty if nothing is. */
    private static String recompute(Path folder, String json) throws IOException, InterruptedException {
        Path file = folder.resolve("statement.json");
        Files.writeString(file, json);
        Process process = new ProcessBuilder("python3", "../test/recompute", file.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : out;
    }
}
