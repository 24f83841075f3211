package org.wolfgate.agent.cli.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyFlag;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalEnergy;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.GateShare;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.agent.settlement.DeviationSettlement;
import org.wolfgate.agent.settlement.Explanation;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.RecordMessages;
import org.wolfgate.agent.uplink.message.StatementReader;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/** What the reader of a statement sees of flowgates, from the record to each format. */
class GateStatementTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final GateShare MID = share("mid", "1.00", "0.10", "0.4");
    private static final GateShare NORTH = share("north", "2.00", "0.2", "-0.25");

    @Test
    void everyPriceWithGatesIsRecomputedFromTheStatement(@TempDir Path folder) throws Exception {
        Random random = new Random(17);
        List<StatementEntry> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Optional<Frequency> frequency = random.nextInt(8) == 0
                    ? Optional.empty()
                    : Optional.of(new Frequency(59_900 + random.nextInt(200)));
            Map<String, PerUnit> loadings = new HashMap<>();
            for (String gate : List.of("mid", "north")) {
                if (random.nextInt(4) > 0) {
                    loadings.put(gate, new PerUnit(random.nextLong(-1_300_000_000, 1_300_000_000)));
                }
            }
            List<GateShare> gates = List.of(List.<GateShare>of(), List.of(MID), List.of(MID, NORTH))
                    .get(random.nextInt(3));
            lines.add(line(i, new NodePrice(Illustrative.AT_60_HZ, gates), frequency, loadings));
        }
        String json = JsonFormat.of(statement(lines));
        assertEquals("", recompute(folder, json));
        String other = json.replaceFirst("\"factor\":0.4", "\"factor\":0.5");
        assertTrue(recompute(folder, other).contains("price is printed as"), "a factor that was not is found");
    }

    @Test
    void everyFormatNamesTheGatesOfALine() throws MessageException {
        StatementEntry line = line(
                0,
                new NodePrice(Illustrative.AT_60_HZ, List.of(MID, NORTH)),
                Optional.of(new Frequency(59_980)),
                Map.of("mid", PerUnit.parse("-0.9")));
        String words = "mid: loading -0.9, -511.000000 x 0.4";
        String text = String.join("\n", TextFormat.of(statement(List.of(line))));
        assertTrue(text.contains("    less flowgate " + words), text);
        assertTrue(text.contains("    less flowgate north: loading unknown, left out"), text);
        assertTrue(text.contains("FLOWGATE_MISSING:north"), text);
        String csv = CsvFormat.of(statement(List.of(line))).get(1);
        assertTrue(csv.endsWith("\"" + words + "; north: loading unknown, left out\""), csv);
        List<String> told = Explanation.of(line.settled().deviation());
        assertTrue(
                told.contains("Flowgate mid: loading -0.9, so -1.00 x (2^(0.9 / 0.1) - 1) = -511.000000 per MWh; the"
                        + " node's factor 0.4 takes -204.400000 off the price before it is rounded."),
                told.toString());
        assertTrue(
                told.contains("Flowgate north: its loading was unknown or stale, so its term is left out."),
                told.toString());
    }

    @Test
    void whatTheRecordHoldsIsWhatIsReadBack() throws MessageException {
        StatementEntry line = line(
                0,
                new NodePrice(Illustrative.AT_60_HZ, List.of(MID, NORTH)),
                Optional.of(new Frequency(59_980)),
                Map.of("mid", PerUnit.parse("0.5")));
        IntervalPrice price = line.settled().deviation().price();
        assertEquals(
                List.of(MID, NORTH),
                price.gates().stream().map(term -> term.share()).toList());
        assertEquals(Map.of("mid", PerUnit.parse("0.5")), price.loadings());
        assertTrue(price.awaitsLoading(), "north's is still awaited");
    }

    /** A line as a reader of the ledger gets it. */
    private static StatementEntry line(
            int number, NodePrice formula, Optional<Frequency> frequency, Map<String, PerUnit> loadings)
            throws MessageException {
        Instant start = NOON.plus(FIVE.multipliedBy(number));
        MeteredInterval metered = MeteredInterval.measured(
                new Interval(start, start.plus(FIVE)),
                IntervalEnergy.ofNet(new Energy(12_345_000)),
                FrequencyMean.of(0, 0, 300));
        Set<FrequencyFlag> flags = frequency.isPresent() ? Set.of() : Set.of(FrequencyFlag.PROVISIONAL_NO_FREQ);
        IntervalPrice price =
                IntervalPrice.of(formula, new FrequencyChoice(frequency, flags), Optional.empty(), loadings);
        boolean awaits = formula.gates().size() > price.loadings().size();
        Offset offset = new Offset(
                Optional.of(new Energy(12_500_000)),
                Optional.of(new Energy(12_500_000)),
                false,
                Optional.empty(),
                Optional.of("s"),
                List.of());
        SettledInterval settled = new SettledInterval(
                "wind",
                new DeviationSettlement(new AccuracyClass(new BigDecimal("0.2")))
                        .settle(metered, offset, awaits ? price.awaitingLoading() : price, 1),
                List.of(),
                Set.of());
        ObjectNode body = Json.read(
                RecordMessages.of(new IntervalSettled(settled), start).json().getBytes(StandardCharsets.UTF_8));
        return new StatementEntry(
                number,
                TimeQuality.SYNCHRONISED,
                StatementReader.read(body, Optional.empty()),
                true,
                body,
                Optional.empty());
    }

    private static Statement statement(List<StatementEntry> lines) {
        return new Statement("riverside", "USD", NOON, NOON.plus(Duration.ofDays(1)), lines, List.of());
    }

    private static GateShare share(String gate, String scale, String doubling, String factor) {
        return new GateShare(new Flowgate(gate, Price.parse(scale), PerUnit.parse(doubling)), PerUnit.parse(factor));
    }

    /** What the script that shares no code with the product finds wrong; empty if nothing is. */
    private static String recompute(Path folder, String json) throws Exception {
        Path file = folder.resolve("statement.json");
        Files.writeString(file, json);
        Process process = new ProcessBuilder("python3", "../test/recompute", file.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : out;
    }
}
