package org.wolfgate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.wolfgate.agent.LedgerOutbox;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerRecord;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.Station;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.UplinkSettings;

/**
 * How fast a backlog goes upstream: from the ledger through the uplink until acknowledged, against the same number of
 * messages of the same size published by the same client library alone, with as many on their way at a time.
 */
final class BackFillBench {

    private static final int RECORDS = 20_000;
    private static final int ROUNDS = 3;
    private static final int GROUP = 400;
    private static final long GIVE_UP = TimeUnit.MINUTES.toNanos(5);

    private final Path folder;

    BackFillBench(Path folder) {
        this.folder = folder;
    }

    void run() throws IOException, MqttException, InterruptedException {
        try (BrokerProcess broker = BrokerProcess.start(folder)) {
            double bare = 0;
            double uplink = 0;
            for (int round = 0; round < ROUNDS; round++) {
                bare = Math.max(bare, bare(broker.url()));
                uplink = Math.max(uplink, backlog(broker.url(), folder.resolve("back-fill-" + round)));
            }
            LedgerBench.print("broker_rate_same_client", bare, "messages/s");
            LedgerBench.print("back_fill_rate", uplink, "records/s");
            LedgerBench.print("back_fill_against_broker", uplink / bare, "ratio");
        }
    }

    private static double backlog(String url, Path place) {
        BootId boot = BootId.fresh();
        try (Ledger ledger = Ledger.open(place, boot)) {
            for (int first = 0; first < RECORDS; first += GROUP) {
                ledger.append(records(first), Map.of());
            }
            UplinkSettings settings =
                    new UplinkSettings(url, "bench", "bench", List.of("bench/iso"), Optional.empty(), Pace.normal());
            try (Uplink uplink = new Uplink(
                    settings,
                    new Station("bench", boot.value()),
                    new LedgerOutbox(ledger),
                    message -> {},
                    Monotonic.system())) {
                uplink.start();
                await(() -> ledger.acknowledged() > 0);
                long start = System.nanoTime();
                long from = ledger.acknowledged();
                await(() -> ledger.acknowledged() == RECORDS);
                return (RECORDS - from) * 1e9 / (System.nanoTime() - start);
            }
        }
    }

    private static double bare(String url) throws MqttException, InterruptedException {
        byte[] payload = "x".repeat(950).getBytes(UTF_8);
        MqttAsyncClient client = new MqttAsyncClient(url, "bare", new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        client.connect(options).waitForCompletion();
        long start = System.nanoTime();
        Semaphore window = new Semaphore(Pace.normal().window());
        for (int i = 0; i < RECORDS; i++) {
            window.acquire();
            client.publish("bare/record", payload, 1, false, null, new Returned(window));
        }
        window.acquire(Pace.normal().window());
        double rate = RECORDS * 1e9 / (System.nanoTime() - start);
        client.disconnect().waitForCompletion();
        client.close();
        return rate;
    }

    /** Gives a place back when its message was acknowledged. */
    private record Returned(Semaphore window) implements MqttActionListener {

        @Override
        public void onSuccess(IMqttToken token) {
            window.release();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable why) {
            throw new IllegalStateException("the broker of the benchmark refuses", why);
        }
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > GIVE_UP) {
                throw new IllegalStateException("the backlog did not go upstream within 5 min");
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private static List<LedgerRecord> records(int first) {
        List<LedgerRecord> records = new ArrayList<>();
        Instant at = Instant.parse("2026-11-22T12:00:00Z");
        for (int i = first; i < first + GROUP; i++) {
            String body = "{\"node\":\"n1\",\"text\":\"" + "x".repeat(i % 2 == 0 ? 420 : 970) + "\"}";
            records.add(new LedgerRecord(
                    i % 2 == 0 ? "interval" : "statement", "n1/" + i + "/1", at, TimeQuality.SYNCHRONISED, body));
        }
        return records;
    }
}
