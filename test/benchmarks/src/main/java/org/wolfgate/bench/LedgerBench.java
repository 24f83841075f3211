package org.wolfgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerRecord;

/**
 * Records made durable per second, with one commit each and grouped, against bare append and fdatasync on the same
 * storage in the same run; bytes given to storage per record; what 60 days take; the rate of a backlog; memory.
 */
final class LedgerBench {

    private static final int GROUP = 40;
    private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int ROUNDS = 3;

    /** Twenty meters, two records for each of 288 intervals a day. */
    private static final long RECORDS_IN_60_DAYS = 20L * 2 * 288 * 60;

    private final Path folder;
    private long made;

    LedgerBench(Path home) {
        try {
            Path target = Files.createDirectories(home.resolve("test/benchmarks/target"));
            this.folder = Files.createTempDirectory(target, "ledger-bench");
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for the benchmark", e);
        }
    }

    void run() throws IOException, InterruptedException, MqttException {
        Rates best = new Rates(0, 0, 0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            best = best.orBetter(new Rates(appended(1), ledger(1), appended(GROUP), ledger(GROUP)));
        }
        print("bare_append_fdatasync_each", best.bareEach(), "records/s");
        print("ledger_commit_each", best.each(), "records/s");
        print("bare_append_fdatasync_by_" + GROUP, best.bareGrouped(), "records/s");
        print("ledger_commit_by_" + GROUP, best.grouped(), "records/s");
        print("grouped_against_bare", best.grouped() / best.bareGrouped(), "ratio");
        sizes();
        new BackFillBench(folder).run();
        AgentMemory.run(folder);
    }

    private record Rates(double bareEach, double each, double bareGrouped, double grouped) {

        Rates orBetter(Rates other) {
            return new Rates(
                    Math.max(bareEach, other.bareEach),
                    Math.max(each, other.each),
                    Math.max(bareGrouped, other.bareGrouped),
                    Math.max(grouped, other.grouped));
        }
    }

    private double ledger(int group) {
        try (Ledger ledger = Ledger.open(folder.resolve("ledger"), BootId.fresh())) {
            long start = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - start < RUN_NANOS) {
                ledger.append(records(group), Map.of());
                count += group;
            }
            return count * 1e9 / (System.nanoTime() - start);
        }
    }

    private double appended(int group) {
        try (FileChannel file =
                FileChannel.open(folder.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            long start = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - start < RUN_NANOS) {
                for (LedgerRecord record : records(group)) {
                    file.write(ByteBuffer.wrap((record.key() + record.body()).getBytes(StandardCharsets.UTF_8)));
                }
                file.force(false);
                count += group;
            }
            return count * 1e9 / (System.nanoTime() - start);
        } catch (IOException e) {
            throw new UncheckedIOException("appending to a bare file", e);
        }
    }

    private void sizes() {
        Path place = folder.resolve("sizes");
        int records = 20_000;
        try (Ledger ledger = Ledger.open(place, BootId.fresh())) {
            for (int i = 0; i < records / GROUP; i++) {
                ledger.append(records(GROUP), Map.of());
            }
            print("written_per_record_by_" + GROUP, (double) ledger.bytesWritten() / records, "bytes");
        }
        try {
            double kept = (double) Files.size(place.resolve("ledger.db")) / records;
            print("kept_per_record", kept, "bytes");
            print("sixty_days_of_20_meters", kept * RECORDS_IN_60_DAYS / 1e6, "MB");
        } catch (IOException e) {
            throw new UncheckedIOException("looking at the ledger's size", e);
        }
    }

    private List<LedgerRecord> records(int count) {
        List<LedgerRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made++;
            Instant at = Instant.EPOCH.plusSeconds(made);
            String body = "{\"node\":\"n1\",\"text\":\"" + "x".repeat(made % 2 == 0 ? 420 : 970) + "\"}";
            records.add(new LedgerRecord(
                    made % 2 == 0 ? "interval" : "statement",
                    "n1/" + at + "/" + made,
                    Instant.parse("2026-11-22T12:00:00Z"),
                    TimeQuality.SYNCHRONISED,
                    body));
        }
        return records;
    }

    static void print(String name, double value, String unit) {
        System.out.printf("%s: %.2f %s%n", name, value, unit);
    }
}
