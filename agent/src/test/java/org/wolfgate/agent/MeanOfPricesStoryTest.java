package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.cli.statement.CsvFormat;
import org.wolfgate.agent.cli.statement.JsonFormat;
import org.wolfgate.agent.cli.statement.Statement;
import org.wolfgate.agent.cli.statement.StatementEntry;
import org.wolfgate.agent.cli.statement.TextFormat;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.AgentRecord.IntervalClosed;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.metering.FrequencyDetail;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.settlement.Explanation;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.RecordMessages;
import org.wolfgate.agent.uplink.message.StatementReader;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/** A substation whose operator asks for the mean of the samples' prices, each second of a frequency of its own. */
class MeanOfPricesStoryTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    @Test
    void theMeanIsThatOfTheSamplesPricedOneByOne() throws MessageException {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            List<Integer> samples = random.ints(31, 59_900, 60_100).boxed().toList();
            List<AgentRecord> records = run(FrequencyDetail.COUNTS, samples, random.nextInt(25));
            for (int i = 0; i < 3; i++) {
                SettledInterval line = readBack(records, i);
                assertEquals(
                        plainly(samples.subList(10 * i, 10 * i + 10)),
                        line.deviation().price().price().perMegawattHour(),
                        "seed " + seed + ", interval " + i);
                assertTrue(line.deviation().price().isMeanOfPrices(), "seed " + seed);
            }
        }
    }

    @Test
    void theExplanationNamesEverySample() throws MessageException {
        List<Integer> samples = new Random(7).ints(31, 59_970, 59_973).boxed().toList();
        String text = String.join(
                "\n",
                Explanation.of(
                        readBack(run(FrequencyDetail.COUNTS, samples, 3), 0).deviation()));
        assertTrue(text.contains("the mean of the prices of 10 samples"), text);
        assertTrue(text.contains(" at 59.971 Hz for 143.92"), text);
        assertTrue(text.contains("Formula of each sample: n = (60.000 Hz - f) / 0.020 Hz"), text);
    }

    @Test
    void whoeverReadsTheStatementRecomputesThePriceFromTheSamples(@TempDir Path folder) throws Exception {
        List<Integer> samples = new Random(11).ints(31, 59_900, 60_100).boxed().toList();
        List<AgentRecord> records = run(FrequencyDetail.COUNTS, samples, 17);
        List<StatementEntry> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ObjectNode body = bodies(records, IntervalSettled.class).get(i);
            ObjectNode interval = bodies(records, IntervalClosed.class).get(i);
            SettledInterval settled = StatementReader.read(body, Optional.of(interval));
            lines.add(new StatementEntry(i, TimeQuality.SYNCHRONISED, settled, true, body, Optional.of(interval)));
        }
        Statement statement = new Statement("riverside", "USD", NOON, NOON.plusSeconds(30), lines, List.of());
        assertEquals("", recompute(folder, JsonFormat.of(statement)));
        String other = JsonFormat.of(statement)
                .replaceFirst("frequency_counts\":\\[\\[(\\d+),1]", "frequency_counts\":[[59000,1]");
        assertTrue(recompute(folder, other).contains("price is printed as"), "a sample that was not is found");
        assertTrue(
                CsvFormat.of(statement).get(1).endsWith(",MEAN_OF_PRICES,"),
                CsvFormat.of(statement).get(1));
        assertTrue(
                TextFormat.of(statement).get(2).contains("mean of prices"),
                TextFormat.of(statement).get(2));
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

    @Test
    void withoutItsSamplesAnIntervalIsPricedByItsMeanFrequencyAndSaysSo() throws MessageException {
        List<Integer> samples = new Random(8).ints(31, 59_900, 60_100).boxed().toList();
        SettledInterval line = readBack(run(FrequencyDetail.MEAN, samples, 3), 0);
        assertTrue(line.flags().contains("PRICE_OF_MEAN"), line.flags().toString());
        int mean = line.deviation().price().frequency().orElseThrow().millihertz();
        assertEquals(plainly(List.of(mean)), line.deviation().price().price().perMegawattHour());
    }

    @Test
    void recordsStayShortWhereNobodyAsksForTheSamples() {
        List<Integer> samples = new Random(9).ints(31, 59_900, 60_100).boxed().toList();
        for (AgentRecord each : run(FrequencyDetail.MEAN, samples, 3)) {
            String json = RecordMessages.of(each, NOON).json();
            assertTrue(!json.contains("frequency_counts"), json);
        }
    }

    /** Half a minute, a sample a second, with a restart in an interval. */
    private static List<AgentRecord> run(FrequencyDetail detail, List<Integer> samples, int restart) {
        SubstationSettings settings = settings(detail);
        Substation substation = new Substation(settings, SubstationState.NEW);
        List<AgentRecord> records = new ArrayList<>();
        for (int second = 0; second < samples.size(); second++) {
            Effects effects = new Effects();
            substation.handle(NOON.plusSeconds(second), read(second, samples.get(second)), effects);
            records.addAll(effects.records());
            if (second == restart) {
                Map<String, String> stored = new StateChanges(Set.of()).of(substation.state());
                substation = new Substation(settings, StateCodec.read(List.of("solar", "wind"), stored));
            }
        }
        return records;
    }

    private static SubstationSettings settings(FrequencyDetail detail) {
        SubstationSettings plain = StorySubstation.settings();
        List<NodeSettings> nodes = plain.nodes().stream()
                .map(node -> new NodeSettings(
                        node.id(),
                        node.zone(),
                        node.meter(),
                        node.meterRule().with(detail),
                        node.rating(),
                        node.plants(),
                        node.units(),
                        node.tolerance(),
                        node.contract(),
                        node.accuracy(),
                        node.failSafe(),
                        node.gates(),
                        node.ramp(),
                        node.signal(),
                        node.terms()))
                .toList();
        return new SubstationSettings(
                plain.substation(),
                plain.grid(),
                Illustrative.AT_60_HZ.withBasis(PriceBasis.MEAN_OF_PRICES),
                nodes,
                List.of());
    }

    private static Event read(int second, int millihertz) {
        return new MeterRead(
                "solar-meter",
                new MeterReading(
                        Reading.good(ActivePower.parse("36 MW")),
                        Reading.good(new Frequency(millihertz)),
                        Reading.good(new Energy(10_000L * second)),
                        Reading.good(Energy.ZERO)));
    }

    /** A line as a reader of the ledger gets it. */
    private static SettledInterval readBack(List<AgentRecord> records, int index) throws MessageException {
        return StatementReader.read(
                bodies(records, IntervalSettled.class).get(index),
                Optional.of(bodies(records, IntervalClosed.class).get(index)));
    }

    private static List<ObjectNode> bodies(List<AgentRecord> records, Class<? extends AgentRecord> kind)
            throws MessageException {
        List<ObjectNode> bodies = new ArrayList<>();
        for (AgentRecord each : records) {
            if (kind.isInstance(each)) {
                bodies.add(Json.read(RecordMessages.of(each, NOON).json().getBytes(StandardCharsets.UTF_8)));
            }
        }
        return bodies;
    }

    /** The oracle: {@code -20 + 60 * 2^((60000 - f) / 20)} of each, rounded, then their mean, all in plain decimals. */
    private static BigDecimal plainly(List<Integer> millihertz) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int f : millihertz) {
            sum = sum.add(new BigDecimal(-20 + 60 * Math.pow(2, (60_000 - f) / 20.0))
                    .setScale(2, RoundingMode.HALF_EVEN));
        }
        return sum.divide(BigDecimal.valueOf(millihertz.size()), 2, RoundingMode.HALF_EVEN);
    }
}
