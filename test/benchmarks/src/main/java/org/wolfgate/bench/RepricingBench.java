package org.wolfgate.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.LedgerRecord;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalEnergy;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Doublings;
import org.wolfgate.agent.pricing.FrequencyQuantum;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.PriceLimits;
import org.wolfgate.agent.pricing.ShiftedExponential;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.DeviationSettlement;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.RecordMessages;
import org.wolfgate.agent.uplink.message.StatementReader;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * Prices a month of five-minute intervals anew, from the statement records of a real ledger and with other parameters:
 * read, parse, price, settle, add up. The number of nodes is in the environment, {@code WOLFGATE_BENCH_NODES}; 1000 of
 * them, 8.6 million intervals, take about 10 GB of disk. The figure for 1000 nodes is scaled from what was measured.
 */
final class RepricingBench {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final int INTERVALS = 30 * 24 * 12;
    private static final int IN_ONE_COMMIT = INTERVALS / 4;
    private static final DeviationSettlement SETTLEMENT =
            new DeviationSettlement(new AccuracyClass(new BigDecimal("0.2")));
    private static final NodePrice OTHER = new NodePrice(
            new SystemPrice(
                    "other",
                    new ShiftedExponential(
                            new Doublings(new Frequency(60_000), new Frequency(30), Optional.empty()),
                            Price.parse("50.00"),
                            Price.parse("-10.00")),
                    FrequencyQuantum.FINEST,
                    PriceLimits.NONE),
            List.of());

    private final int nodes =
            Integer.parseInt(System.getenv().getOrDefault("WOLFGATE_BENCH_NODES", "10"));
    private final Random random = new Random(1);

    void run() throws IOException, MessageException {
        Path folder = Files.createTempDirectory("wolfgate-bench");
        try {
            double writing = write(folder);
            long start = System.nanoTime();
            reprice(folder);
            double seconds = (System.nanoTime() - start) / 1e9;
            long intervals = (long) nodes * INTERVALS;
            print("repricing.intervals", (double) intervals, "intervals");
            print("repricing.writing_the_ledger", writing, "s");
            print("repricing.from_the_ledger", seconds, "s");
            print("repricing.rate", intervals / seconds, "intervals/s");
            print("repricing.month_of_1000_nodes_at_that_rate", 1000.0 * INTERVALS / (intervals / seconds), "s");
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private double write(Path folder) {
        long start = System.nanoTime();
        try (Ledger ledger = Ledger.open(folder, BootId.fresh())) {
            List<LedgerRecord> batch = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                for (int i = 0; i < INTERVALS; i++) {
                    batch.add(record("n" + node, START.plus(LENGTH.multipliedBy(i))));
                    if (batch.size() == IN_ONE_COMMIT) {
                        ledger.append(batch, Map.of());
                        batch.clear();
                    }
                }
            }
            ledger.append(batch, Map.of());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private LedgerRecord record(String node, Instant start) {
        Energy scheduled = new Energy(12_500_000);
        MeteredInterval metered = MeteredInterval.measured(
                new Interval(start, start.plus(LENGTH)),
                IntervalEnergy.ofNet(scheduled.plus(new Energy(random.nextInt(400_000) - 200_000))),
                FrequencyMean.of(300L * (59_960 + random.nextInt(80)), 300, 300));
        Offset offset = new Offset(
                Optional.of(scheduled),
                Optional.of(scheduled),
                false,
                Optional.empty(),
                Optional.of("day-ahead"),
                List.of());
        NodePrice price = new NodePrice(Illustrative.AT_60_HZ, List.of());
        DeviationLine line = SETTLEMENT.settle(metered, offset, price(price, metered.frequency().mean()), 1);
        SettledInterval settled = new SettledInterval(node, line, List.of(), Set.of());
        RecordMessages.Body body = RecordMessages.of(new IntervalSettled(settled), start);
        return new LedgerRecord(body.kind(), body.key(), body.at(), TimeQuality.SYNCHRONISED, body.json());
    }

    private void reprice(Path folder) throws MessageException {
        BigDecimal sum = BigDecimal.ZERO;
        long lines = 0;
        try (LedgerReader ledger = Ledger.openReadOnly(folder)) {
            for (int node = 0; node < nodes; node++) {
                for (StoredRecord stored : ledger.between("statement", "n" + node + "/", "n" + node + "0")) {
                    DeviationLine line = again(stored);
                    sum = sum.add(line.amount().amount());
                    lines++;
                }
            }
        }
        if (lines != (long) nodes * INTERVALS || sum.signum() == 0) {
            throw new IllegalStateException(lines + " lines were priced anew, for " + sum);
        }
    }

    private static DeviationLine again(StoredRecord stored) throws MessageException {
        SettledInterval settled = StatementReader.read(
                Json.read(stored.record().body().getBytes(StandardCharsets.UTF_8)), Optional.empty());
        DeviationLine before = settled.deviation();
        return SETTLEMENT.settle(
                before.metered(), before.offset(), price(OTHER, before.price().frequency()), before.version() + 1);
    }

    private static IntervalPrice price(NodePrice formula, Optional<Frequency> frequency) {
        return IntervalPrice.of(formula, new FrequencyChoice(frequency, Set.of()), Optional.empty(), Map.of());
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s: %.3f %s%n", name, value, unit);
    }
}
