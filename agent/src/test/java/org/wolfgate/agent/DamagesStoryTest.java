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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.cli.statement.CsvFormat;
import org.wolfgate.agent.cli.statement.ExplainedLine;
import org.wolfgate.agent.cli.statement.JsonFormat;
import org.wolfgate.agent.cli.statement.Statement;
import org.wolfgate.agent.cli.statement.TextFormat;
import org.wolfgate.agent.control.NodeTerms;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Accounting;
import org.wolfgate.agent.settlement.DamagesLine;
import org.wolfgate.agent.settlement.DamagesTerms;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.drivers.Energy;

/**
 * A node that has sold 36 MW by contract and delivers less, more or nothing. Intervals of 10 s; the meters show 59.980 Hz,
 * where the deviation price is 100.00; 36 MW is 100 kWh in an interval.
 */
class DamagesStoryTest {

    @Test
    void grossBuysTheShortfallBackAtTheDeviationPrice() throws MessageException {
        DeviationLine line = line(Accounting.GROSS, "35.00", "27");
        assertEquals(new Energy(25_000), shortfall(line));
        assertEquals(Money.of(new BigDecimal("-2.500000")), owed(line));
        assertEquals(Money.ZERO, line.amount(), "the shortfall settles once");
        assertTrue(line.flags().contains("LIQUIDATED_DAMAGES"), line.flags().toString());
    }

    @Test
    void netOwesWhatReplacementCostsAboveTheContract() throws MessageException {
        assertEquals(Money.of(new BigDecimal("-1.625000")), owed(line(Accounting.NET, "35.00", "27")));
    }

    @Test
    void whenPowerIsCheaperThanTheContractNetOwesNothingAndSaysSo() throws MessageException {
        DeviationLine line = line(Accounting.NET, "120.00", "27");
        assertEquals(Money.ZERO, owed(line));
        assertEquals(new Energy(25_000), shortfall(line));
        assertEquals(Money.ZERO, line.amount());
    }

    @Test
    void deliveryBeyondTheScheduleIsNoPartOfTheContract() throws MessageException {
        DeviationLine line = line(Accounting.NET, "35.00", "45");
        assertEquals(Optional.empty(), line.damages());
        assertEquals(Money.of(new BigDecimal("2.500000")), line.amount());
    }

    @Test
    void whatANodeDrawsInsteadOfDeliveringIsUnscheduledFlow() throws MessageException {
        DeviationLine line = line(Accounting.GROSS, "35.00", "-9");
        assertEquals(new Energy(100_000), shortfall(line));
        assertEquals(Money.of(new BigDecimal("-10.000000")), owed(line));
        assertEquals(Money.of(new BigDecimal("-2.500000")), line.amount());
    }

    @Test
    void aGeneratorThatObeysAnOrderIsNoDefaulter() throws MessageException {
        TermsStory story = story(Accounting.GROSS, "35.00");
        story.told(0, "schedule", "solar 36 until 13:00:00");
        story.told(0, "order", "id=a sequence=1 cap=18 start=12:00:10 end=12:00:40 comply=1");
        story.meters("solar", 0, 10, "36");
        story.meters("solar", 11, 31, "18");
        DeviationLine obeyed = story.line("solar", 20).deviation();
        assertEquals(Optional.empty(), obeyed.damages(), obeyed.toString());
        assertEquals(Money.ZERO, obeyed.balance());
        TermsStory less = story(Accounting.GROSS, "35.00");
        less.told(0, "schedule", "solar 36 until 13:00:00");
        less.told(0, "order", "id=a sequence=1 cap=18 start=12:00:10 end=12:00:40 comply=1");
        less.meters("solar", 0, 10, "36");
        less.meters("solar", 11, 31, "9");
        assertEquals(new Energy(25_000), shortfall(less.line("solar", 20).deviation()), "counted from the ordered cap");
    }

    @Test
    void aLatePriceMakesTheDamagesAnew() throws MessageException {
        TermsStory story = story(Accounting.NET, "35.00");
        story.told(0, "schedule", "solar 36 until 13:00:00");
        story.meters("solar", 0, 2, "27");
        story.meters("solar", 9, 12, "27");
        assertEquals(
                Money.of(new BigDecimal("-0.125000")),
                owed(story.line("solar", 0).deviation()),
                "at the reference price of 40.00");
        story.restart();
        story.told(20, "frequency", "59.980 from 12:00:03");
        story.told(31, "frequency", "60.000 from 12:00:31");
        assertEquals(
                Money.of(new BigDecimal("-1.625000")),
                owed(story.line("solar", 0).deviation()));
    }

    @Test
    void whoeverReadsTheStatementRecomputesTheDamages(@TempDir Path folder) throws Exception {
        for (Accounting accounting : Accounting.values()) {
            TermsStory story = story(accounting, "35.00");
            story.told(0, "schedule", "solar 36 until 13:00:00");
            story.meters("solar", 0, 10, "27");
            story.meters("solar", 11, 20, "45");
            story.meters("solar", 21, 31, "-9");
            Statement statement = story.statement("solar", 0, 10, 20);
            String json = JsonFormat.of(statement);
            assertEquals("", recompute(folder, json));
            String other = json.replaceFirst("\"ld\":-1|\"ld\":-2", "\"ld\":-3");
            assertTrue(recompute(folder, other).contains("ld is printed as"), other);
            assertEquals(
                    2,
                    CsvFormat.of(statement).stream()
                            .filter(row -> row.contains(",damages,"))
                            .count());
            String text = String.join("\n", TextFormat.of(statement));
            assertTrue(text.contains("contract at 35.00, " + accounting + ": shortfall "), text);
            assertTrue(text.contains(", damages -"), text);
            String told = String.join(
                    "\n",
                    ExplainedLine.of(statement, "solar/2030-06-01T12:00:00Z").orElseThrow());
            assertTrue(told.contains("Damages: ") && told.contains(accounting + " accounting"), told);
        }
    }

    private static DeviationLine line(Accounting accounting, String contract, String megawatts)
            throws MessageException {
        TermsStory story = story(accounting, contract);
        story.told(0, "schedule", "solar 36 until 13:00:00");
        story.meters("solar", 0, 11, megawatts);
        return story.line("solar", 0).deviation();
    }

    private static TermsStory story(Accounting accounting, String contract) {
        return new TermsStory(new NodeTerms(
                List.of(), Optional.of(new DamagesTerms(accounting, Price.parse(contract))), Optional.empty()));
    }

    private static Money owed(DeviationLine line) {
        return line.damages().map(DamagesLine::amount).orElseThrow();
    }

    private static Energy shortfall(DeviationLine line) {
        return line.damages().map(DamagesLine::shortfall).orElseThrow();
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
