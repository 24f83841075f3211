package org.wolfgate.uplink;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.wolfgate.agent.LedgerOutbox;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerRecord;
import org.wolfgate.agent.uplink.InboundHandler;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.Station;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.agent.uplink.UplinkState;
import org.wolfgate.peers.Await;

/** An agent reduced to its ledger and its uplink, as impatient as a test. */
final class Site implements AutoCloseable {

    static final String ROOT = "wolfgate/riverside";

    private static final Pace IMPATIENT = new Pace(
            16,
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofHours(1));

    private final BootId boot = BootId.fresh();
    private final Ledger ledger;
    private final Uplink uplink;

    Site(Path directory, String broker) {
        this(directory, broker, message -> {});
    }

    Site(Path directory, String broker, InboundHandler handler) {
        this(directory, broker, "riverside", handler);
    }

    Site(Path directory, String broker, String clientId, InboundHandler handler) {
        this.ledger = Ledger.open(directory.resolve("ledger"), boot);
        Set<String> before = ledger.reader().boots(5000);
        UplinkSettings settings =
                new UplinkSettings(broker, clientId, ROOT, List.of("wolfgate/iso/#"), Optional.empty(), IMPATIENT);
        this.uplink = new Uplink(
                settings,
                new Station("riverside", boot.value(), directory.getFileName().toString(), before),
                new LedgerOutbox(ledger),
                handler,
                Monotonic.system());
        uplink.start();
    }

    /** Appends so many records in one transaction. */
    void append(int count) {
        long first = ledger.last() + 1;
        List<LedgerRecord> records =
                LongStream.range(first, first + count).mapToObj(Site::interval).toList();
        ledger.append(records, Map.of());
        uplink.wake();
    }

    /** Which run of an agent this is. */
    String boot() {
        return boot.value();
    }

    private static LedgerRecord interval(long number) {
        Instant start = Instant.parse("2026-11-22T12:00:00Z").plusSeconds(300 * number);
        String body = "{\"node\": \"n1\",\"energyWh\":1.250e5,\"name\":\"Übergabe\"}";
        return new LedgerRecord("interval", "n1|" + start + "|1", start, TimeQuality.SYNCHRONISED, body);
    }

    Ledger ledger() {
        return ledger;
    }

    Uplink uplink() {
        return uplink;
    }

    UplinkState state() {
        return uplink.state();
    }

    void awaitConnected() {
        Await.until("both connections stand", () -> state().connected(), () -> state().toString());
    }

    void awaitLost() {
        Await.until("the loss is noticed", () -> !state().records().connected(), () -> state().toString());
    }

    void awaitAcknowledged(long seq) {
        Await.until(
                "record " + seq + " is acknowledged",
                () -> ledger.acknowledged() == seq,
                () -> "mark " + ledger.acknowledged() + ", " + state());
    }

    @Override
    public void close() {
        uplink.close();
        ledger.close();
    }
}
