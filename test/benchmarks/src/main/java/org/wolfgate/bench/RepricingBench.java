package org.wolfgate.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import org.wolfgate.agent.money.Money;
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
import org.wolfgate.agent.settlement.Repricing;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.PricedInputs;
import org.wolfgate.agent.uplink.message.RecordMessages;
import org.wolfgate.agent.uplink.message.StatementReader;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * Prices a month of five-minute intervals anew, from the statement records of a real ledger and with other parameters:
 * read, price, settle, add up, in one streaming pass. The number of nodes is in the environment, {@code WOLFGATE_BENCH_NODES}; 1000 of
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

    private final int nodes = Integer.parseInt(System.getenv().getOrDefault("WOLFGATE_BENCH_NODES", "10"));
    private final Random random = new Random(1);

    void run() throws IOException, MessageException {
        Path folder = Files.createTempDirectory("wolfgate-bench");
        try {
            double writing = write(folder);
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long cpu = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            reprice(folder, nodes);
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
            if (byLines(folder).compareTo(reprice(folder, 1)) != 0) {
                throw new IllegalStateException("pricing in one pass and by whole lines differ");
            }
            long intervals = (long) nodes * INTERVALS;
            print("repricing.measured_nodes", nodes, "nodes");
            print("repricing.measured_intervals", (double) intervals, "intervals");
            print("repricing.writing_the_ledger", writing, "s");
            print("repricing.measured_from_the_ledger", seconds, "s");
            print("repricing.measured_cpu_of_its_thread", busy, "s");
            print("repricing.measured_rate", intervals / seconds, "intervals/s");
            print("repricing.scaled_to_1000_nodes_not_measured", 1000.0 * seconds / nodes, "s");
            print("repricing.scaled_to_1000_nodes_cpu_not_measured", 1000.0 * busy / nodes, "s");
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
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
        DeviationLine line = SETTLEMENT.settle(
                metered, offset, price(price, metered.frequency().mean()), 1);
        SettledInterval settled = new SettledInterval(node, line, List.of(), Set.of());
        RecordMessages.Body body = RecordMessages.of(new IntervalSettled(settled), start);
        return new LedgerRecord(body.kind(), body.key(), body.at(), TimeQuality.SYNCHRONISED, body.json());
    }

    /** What every node's month comes to by the other parameters. */
    private BigDecimal reprice(Path folder, int count) {
        Repricing repricing = new Repricing(OTHER);
        Sum sum = new Sum();
        try (LedgerReader ledger = Ledger.openReadOnly(folder)) {
            for (int node = 0; node < count; node++) {
                ledger.bodies(
                        "statement", "n" + node + "/", "n" + node + "0", body -> sum.add(amount(repricing, body)));
            }
        }
        if (sum.lines != (long) count * INTERVALS) {
            throw new IllegalStateException(sum.lines + " lines were priced anew");
        }
        return BigDecimal.valueOf(sum.micros, 6);
    }

    private static final class Sum {
        private long micros;
        private long lines;

        void add(Money amount) {
            micros = Math.addExact(micros, amount.micros());
            lines++;
        }
    }

    private static Money amount(Repricing repricing, String body) {
        try {
            PricedInputs in = PricedInputs.read(body);
            return repricing
                    .amount(in.metered(), in.offset(), in.allowed(), in.frequency(), in.ace())
                    .orElseThrow();
        } catch (MessageException e) {
            throw new IllegalStateException("reading back what was written: " + e.getMessage(), e);
        }
    }

    /** The first node the long way, by whole statement lines: both ways must come to the same, to the last decimal. */
    private static BigDecimal byLines(Path folder) throws MessageException {
        BigDecimal sum = BigDecimal.ZERO;
        try (LedgerReader ledger = Ledger.openReadOnly(folder)) {
            for (StoredRecord stored : ledger.between("statement", "n0/", "n00")) {
                sum = sum.add(again(stored).amount().amount());
            }
        }
        return sum;
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
