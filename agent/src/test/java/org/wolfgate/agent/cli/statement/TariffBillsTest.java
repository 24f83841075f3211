package org.wolfgate.agent.cli.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.cli.inputs.InputFile;
import org.wolfgate.agent.cli.inputs.InputSeries;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.config.TariffFile;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalEnergy;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.tariff.Bill;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.agent.settlement.DeviationSettlement;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.yaml.Problems;

/** Three five-minute lines make a block of a quarter of an hour: 12,500 kWh scheduled, 12,400 kWh metered in each. */
class TariffBillsTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void aQuarterOfAnHourIsBilledAtItsMeanFrequency() throws IOException {
        List<BilledBlock> blocks = bills("in-ui-2010", Map.of()).of(lines(3, 49_990, 50_000, 50_010));
        assertEquals(1, blocks.size());
        Bill bill = blocks.get(0).settled().orElseThrow();
        // 0.3 MWh short at 50.00 Hz, where the vector of 2010 stands at 155.00 paise/kWh = 1,550 INR/MWh.
        assertEquals(Money.of(new BigDecimal("-465.00")), bill.total());
        assertTrue(bill.tariff().contains("recalled-cross-checked"), bill.tariff());
    }

    @Test
    void aPriceThatTheLedgerLacksLeavesTheAmountUnknownAndNeverZero() throws IOException {
        List<StatementEntry> lines = lines(6, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000);
        BilledBlock without = bills("gb-single", Map.of()).of(lines).get(0);
        assertTrue(without.settled().isEmpty());
        assertTrue(
                without.flags().contains("INPUT_MISSING:price"), without.flags().toString());
        TariffBasis basis = basis("gb-single", Map.of());
        String text = String.join("\n", TariffFormat.text(basis, statement(lines), Map.of("solar", List.of(without))));
        assertTrue(text.contains("unknown"), text);
        assertTrue(text.contains("1 more have no amount, which is not zero"), text);
        BilledBlock given = bills("gb-single", Map.of("price", new BigDecimal("80.00")))
                .of(lines)
                .get(0);
        assertEquals(
                Money.of(new BigDecimal("-48.00")),
                given.settled().orElseThrow().total());
    }

    @Test
    void eachBlockTakesItsOwnPriceAndProgramsReadTheBillAsJson() throws Exception {
        List<StatementEntry> lines = lines(9, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000);
        Problems problems = new Problems();
        InputSeries prices = InputFile.read("prices.csv", """
                time;end;price
                2026-11-01T12:00:00Z;2026-11-01T12:30:00Z;80.00
                """, Set.of("price"), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
        TariffBasis given = basis("eu-single", Map.of());
        TariffBasis basis = new TariffBasis(given.tariff(), given.party(), Map.of(), prices);
        Map<String, List<BilledBlock>> blocks = Map.of("solar", new TariffBills(basis).of(lines));
        ObjectNode json =
                Json.read(TariffJson.of(basis, statement(lines), blocks).getBytes(StandardCharsets.UTF_8));
        JsonNode first = json.path("nodes").path(0).path("blocks").path(0);
        assertEquals(new BigDecimal("-24.000000"), first.path("amount").decimalValue());
        assertEquals(new BigDecimal("80.00"), first.path("inputs").path("price").decimalValue());
        assertEquals("exact-from-source", first.path("mark").asText());
        JsonNode third = json.path("nodes").path(0).path("blocks").path(2);
        assertTrue(third.path("amount").isMissingNode(), "no price, no amount: " + third);
        assertEquals("INPUT_MISSING:price", third.path("flags").path(0).asText());
        assertEquals(1, json.path("nodes").path(0).path("blocks_without_amount").asInt());
    }

    @Test
    void aBlockOfWhichAnIntervalIsMissingHasNoBill() throws IOException {
        BilledBlock block =
                bills("in-ui-2010", Map.of()).of(lines(2, 50_000, 50_000)).get(0);
        assertTrue(block.bill().isEmpty());
        assertTrue(block.flags().contains("BLOCK_INCOMPLETE"), block.flags().toString());
    }

    @Test
    void theMarkIsInTheHeadOnEveryBlockAndOnEveryBand() throws IOException {
        TariffBasis basis = basis("in-ui-2010", Map.of());
        List<StatementEntry> lines = lines(3, 50_000, 50_000, 50_000);
        Map<String, List<BilledBlock>> blocks = Map.of("solar", new TariffBills(basis).of(lines));
        List<String> text = TariffFormat.text(basis, statement(lines), blocks);
        String mark = basis.tariff().mark().toString();
        assertTrue(text.get(2).contains(mark), text.get(2));
        assertEquals(3, text.stream().filter(line -> line.contains(mark)).count(), String.join("\n", text));
        TariffFormat.csv(basis, blocks).stream().skip(1).forEach(row -> assertTrue(row.contains(mark), row));
    }

    @Test
    void intervalsThatFillNoBlockAreRefusedInOneLine() throws IOException {
        TariffBills bills = bills("in-ui-2010", Map.of());
        List<StatementEntry> odd = List.of(line(NOON, Duration.ofMinutes(7), 50_000));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> bills.of(odd));
        assertTrue(String.valueOf(refused.getMessage()).contains("420 s"), refused.getMessage());
    }

    private static TariffBills bills(String tariff, Map<String, BigDecimal> inputs) throws IOException {
        return new TariffBills(basis(tariff, inputs));
    }

    private static TariffBasis basis(String name, Map<String, BigDecimal> inputs) throws IOException {
        Path file = Path.of("../config/tariffs", name + ".yaml");
        Problems problems = new Problems();
        Tariff tariff = TariffFile.read(file.toString(), Files.readString(file), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
        return new TariffBasis(tariff, tariff.parties().values().iterator().next(), inputs, InputSeries.NONE);
    }

    private static Statement statement(List<StatementEntry> lines) {
        return new Statement("riverside", "INR", NOON, NOON.plus(Duration.ofHours(1)), lines, List.of());
    }

    private static List<StatementEntry> lines(int count, int... millihertz) {
        List<StatementEntry> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(NOON.plus(FIVE.multipliedBy(i)), FIVE, millihertz[i]));
        }
        return lines;
    }

    private static StatementEntry line(Instant start, Duration length, int millihertz) {
        MeteredInterval metered = MeteredInterval.measured(
                new Interval(start, start.plus(length)),
                IntervalEnergy.ofNet(new Energy(12_400_000)),
                FrequencyMean.of(300L * millihertz, 300, 300));
        Optional<Energy> scheduled = Optional.of(new Energy(12_500_000));
        Offset offset = new Offset(scheduled, scheduled, false, Optional.empty(), Optional.of("day-ahead"), List.of());
        IntervalPrice price = IntervalPrice.of(
                new NodePrice(Illustrative.AT_50_HZ, List.of()),
                new FrequencyChoice(metered.frequency().mean(), Set.of()),
                Optional.empty(),
                Map.of());
        DeviationSettlement settlement = new DeviationSettlement(new AccuracyClass(new BigDecimal("0.2")));
        SettledInterval settled =
                new SettledInterval("solar", settlement.settle(metered, offset, price, 1), List.of(), Set.of());
        return new StatementEntry(1, TimeQuality.SYNCHRONISED, settled, true, Json.object(), Optional.empty());
    }
}
