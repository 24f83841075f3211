package org.wolfgate.agent.cli.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
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
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerRecord;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyFlag;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalEnergy;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Doublings;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.FrequencyQuantum;
import org.wolfgate.agent.pricing.GateShare;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.pricing.PriceLimits;
import org.wolfgate.agent.pricing.ShiftedExponential;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.DeviationSettlement;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.LatestAmounts;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.Repricing;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.PricedInputs;
import org.wolfgate.agent.uplink.message.RecordMessages;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/** Pricing a ledger anew in one pass, against whole lines settled one by one. */
class RepricedLedgerTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final DeviationSettlement SETTLEMENT =
            new DeviationSettlement(new AccuracyClass(new BigDecimal("0.2")));
    private static final SystemPrice OTHER = new SystemPrice(
            "other",
            new ShiftedExponential(
                    new Doublings(new Frequency(60_000), new Frequency(30), Optional.of(ActivePower.parse("150 MW"))),
                    Price.parse("50.00"),
                    Price.parse("-10.00")),
            FrequencyQuantum.FINEST,
            PriceLimits.NONE);

    @Test
    void everyNodeComesToWhatItsLatestLinesComeTo(@TempDir Path folder) {
        for (long seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            Path own = folder.resolve("seed-" + seed);
            Map<String, Map<Instant, Long>> expected = write(own, random);
            for (int workers : new int[] {1, 3, 7}) {
                Map<String, LatestAmounts> found =
                        RepricedLedger.of(own, OTHER, NOON, NOON.plus(Duration.ofDays(1)), workers);
                assertEquals(expected.keySet(), found.keySet(), "seed " + seed);
                for (String node : expected.keySet()) {
                    Map<Instant, Long> lines = expected.getOrDefault(node, Map.of());
                    LatestAmounts amounts = found.getOrDefault(node, new LatestAmounts());
                    assertEquals(lines.size(), amounts.size(), "seed " + seed + ", " + node);
                    assertEquals(
                            lines.values().stream().mapToLong(Long::longValue).sum(),
                            amounts.sum(),
                            "seed " + seed + ", " + node + ", workers " + workers);
                }
            }
        }
    }

    /** Two nodes side by side; now and then a later version of an earlier interval. */
    private static Map<String, Map<Instant, Long>> write(Path folder, Random random) {
        Map<String, Map<Instant, Long>> latest = new HashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        try (Ledger ledger = Ledger.open(folder, BootId.fresh())) {
            List<LedgerRecord> records = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                String node = random.nextBoolean() ? "solar" : "wind";
                int number = random.nextInt(5) == 0 && i > 0 ? random.nextInt(i) : i;
                Instant start = NOON.plus(FIVE.multipliedBy(number));
                int version = versions.merge(node + start, 1, Integer::sum);
                SettledInterval line = line(node, start, version, random, Illustrative.AT_60_HZ);
                RecordMessages.Body body = RecordMessages.of(new IntervalSettled(line), start);
                records.add(
                        new LedgerRecord(body.kind(), body.key(), body.at(), TimeQuality.SYNCHRONISED, body.json()));
                latest.computeIfAbsent(node, n -> new HashMap<>()).put(start, plainly(line.deviation()));
            }
            ledger.append(records, Map.of());
        }
        return latest;
    }

    private static SettledInterval line(String node, Instant start, int version, Random random, SystemPrice formula) {
        Energy scheduled = new Energy(12_500_000);
        Interval span = new Interval(start, start.plus(FIVE));
        boolean known = random.nextInt(8) > 0;
        FrequencyMean mean = FrequencyMean.of(known ? 300L * (59_900 + random.nextInt(200)) : 0, known ? 300 : 0, 300);
        MeteredInterval metered = MeteredInterval.measured(
                span, IntervalEnergy.ofNet(new Energy(12_000_000 + random.nextInt(1_000_000))), mean);
        boolean scheduledIsKnown = random.nextInt(8) > 0;
        Optional<Energy> allowed =
                random.nextInt(3) == 0 ? Optional.of(new Energy(12_300_000)) : Optional.<Energy>empty();
        Optional<Energy> offset = scheduledIsKnown ? Optional.of(scheduled) : Optional.empty();
        Offset all =
                new Offset(offset, offset, allowed.isPresent(), allowed, Optional.of("S \"1\" \\ 2"), List.of("o1"));
        Optional<ActivePower> ace = random.nextBoolean()
                ? Optional.of(new ActivePower(random.nextInt(400_000_000) - 200_000_000L))
                : Optional.empty();
        Set<FrequencyFlag> flags = known ? Set.of() : Set.of(FrequencyFlag.PROVISIONAL_NO_FREQ);
        IntervalPrice price = IntervalPrice.of(
                new NodePrice(formula, gates(random)),
                new FrequencyChoice(mean.mean(), flags),
                ace,
                random.nextBoolean()
                        ? Map.of("mid", new PerUnit(random.nextInt(2_400) * 1_000_000L - 1_200_000_000L))
                        : Map.of());
        return new SettledInterval(node, SETTLEMENT.settle(metered, all, price, version), List.of(), Set.of());
    }

    /** One line in three is of a node that loads flowgates. */
    private static List<GateShare> gates(Random random) {
        return random.nextInt(3) > 0 ? List.of() : List.of(share("mid", "0.4"), share("north", "-0.2"));
    }

    private static GateShare share(String gate, String factor) {
        return new GateShare(new Flowgate(gate, Price.parse("1.00"), PerUnit.parse("0.10")), PerUnit.parse(factor));
    }

    /** The oracle: the whole line, settled anew. */
    private static long plainly(DeviationLine line) {
        IntervalPrice price = IntervalPrice.of(
                new NodePrice(
                        OTHER,
                        line.price().gates().stream().map(GateTerm::share).toList()),
                new FrequencyChoice(line.price().frequency(), Set.of()),
                line.price().areaControlError(),
                line.price().loadings());
        return SETTLEMENT
                .settle(line.metered(), line.offset(), price, 9)
                .amount()
                .micros();
    }

    @Test
    void aFormulaThatNeedsTheSamplesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Repricing(OTHER.withBasis(PriceBasis.MEAN_OF_PRICES)));
    }

    @Test
    void whatIsNoRecordIsRefusedWhereverItBreaksOff() throws MessageException {
        SettledInterval line = line("solar", NOON, 1, new Random(1), Illustrative.AT_60_HZ);
        String whole = RecordMessages.of(new IntervalSettled(line), NOON).json();
        PricedInputs in = new PricedInputs();
        in.read(whole.getBytes(UTF_8));
        assertEquals("solar", in.node());
        assertEquals(NOON.getEpochSecond(), in.start());
        for (int length = 0; length < whole.indexOf("\"price\""); length++) {
            byte[] part = whole.substring(0, length).getBytes(UTF_8);
            assertThrows(MessageException.class, () -> in.read(part), "cut off after " + length + " bytes");
        }
    }
}
