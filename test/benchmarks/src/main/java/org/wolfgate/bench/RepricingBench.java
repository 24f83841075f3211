package org.wolfgate.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.wolfgate.agent.cli.statement.RepricedLedger;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.AgentRecord.IntervalClosed;
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
import org.wolfgate.agent.settlement.LatestAmounts;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.RecordMessages;
import org.wolfgate.agent.uplink.message.StatementReader;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * Prices a month of five-minute intervals anew, from the statement records of a real ledger and with other parameters:
 * read, price, settle, add up, in one pass over a ledger that holds what a running agent writes: the nodes side by side,
 * and beside each statement record its interval record. The number of nodes is in the environment, {@code
 * WOLFGATE_BENCH_NODES}; 1000 of them, 8.6 million intervals, take about 16 GB of disk. What is scaled to 1000 nodes from
 * fewer says so.
 */
final class RepricingBench {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final int INTERVALS = 30 * 24 * 12;
    private static final int IN_ONE_COMMIT = 5_000;
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

    private final int nodes = Integer.parseInt(System.getenv().getOrDefault("WOLFGATE_BENCH_NODES", "12"));
    private final Random random = new Random(1);

    void run() throws IOException, MessageException {
        Path folder = Files.createTempDirectory("wolfgate-bench");
        try {
            double writing = write(folder);
            int workers = Runtime.getRuntime().availableProcessors();
            var unused = reprice(folder, 1);
            Timed one = reprice(folder, 1);
            Timed all = reprice(folder, workers);
            if (byLines(folder)
                                    .compareTo(BigDecimal.valueOf(
                                            Objects.requireNonNull(one.amounts().get("n0"))
                                                    .sum(),
                                            6))
                            != 0
                    || sum(one) != sum(all)) {
                throw new IllegalStateException("pricing in one pass and by whole lines differ");
            }
            long intervals = (long) nodes * INTERVALS;
            print("repricing.measured_nodes", nodes, "nodes");
            print("repricing.measured_intervals", (double) intervals, "intervals");
            print("repricing.measured_ledger", Files.size(folder.resolve("ledger.db")) / 1e6, "MB");
            print("repricing.writing_the_ledger", writing, "s");
            print("repricing.measured_on_one_core", one.seconds(), "s");
            print("repricing.measured_on_" + workers + "_cores", all.seconds(), "s");
            print("repricing.measured_rate_on_one_core", intervals / one.seconds(), "intervals/s");
            print("repricing.measured_cpu_on_one_core", one.cpu() / intervals * 1e6, "us/interval");
            String scaled = nodes == 1000 ? "" : "_scaled_not_measured";
            print("repricing.1000_nodes_on_one_core" + scaled, 1000.0 * one.seconds() / nodes, "s");
            print("repricing.1000_nodes_on_" + workers + "_cores" + scaled, 1000.0 * all.seconds() / nodes, "s");
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private record Timed(Map<String, LatestAmounts> amounts, double seconds, double cpu) {}

    /** What every node's month comes to by the other parameters. */
    private Timed reprice(Path folder, int workers) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        Map<String, LatestAmounts> amounts =
                RepricedLedger.of(folder, OTHER.system(), START, START.plus(Duration.ofDays(30)), workers);
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (system.getProcessCpuTime() - cpu) / 1e9;
        int lines = amounts.values().stream().mapToInt(LatestAmounts::size).sum();
        if (lines != nodes * INTERVALS) {
            throw new IllegalStateException(lines + " lines were priced anew");
        }
        return new Timed(amounts, seconds, busy);
    }

    private static long sum(Timed timed) {
        return timed.amounts().values().stream().mapToLong(LatestAmounts::sum).sum();
    }

    private double write(Path folder) {
        long start = System.nanoTime();
        try (Ledger ledger = Ledger.open(folder, BootId.fresh())) {
            List<LedgerRecord> batch = new ArrayList<>();
            for (int i = 0; i < INTERVALS; i++) {
                for (int node = 0; node < nodes; node++) {
                    records(batch, "n" + node, START.plus(LENGTH.multipliedBy(i)));
                }
                if (batch.size() >= IN_ONE_COMMIT) {
                    ledger.append(batch, Map.of());
                    batch.clear();
                }
            }
            ledger.append(batch, Map.of());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** What an agent writes of one interval of one node. */
    private void records(List<LedgerRecord> batch, String node, Instant start) {
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
        for (AgentRecord each : List.of(new IntervalClosed(node, metered), new IntervalSettled(settled))) {
            RecordMessages.Body body = RecordMessages.of(each, start);
            batch.add(new LedgerRecord(body.kind(), body.key(), body.at(), TimeQuality.SYNCHRONISED, body.json()));
        }
    }

    /** The first node the long way, by whole statement lines: both ways must come to the same, to the last decimal. */
    private static BigDecimal byLines(Path folder) throws MessageException {
        BigDecimal sum = BigDecimal.ZERO;
        try (LedgerReader ledger = Ledger.openReadOnly(folder)) {
            for (StoredRecord stored : ledger.intervals("statement", "n0", "2026", "2027")) {
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
