package org.wolfgate.agent;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.StorageRoom;
import org.wolfgate.agent.metering.IntervalQuality;
import org.wolfgate.agent.uplink.LinkState;
import org.wolfgate.agent.uplink.Standing;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.UplinkState;
import org.wolfgate.drivers.RoundTrips;

/** The agent's figures for Prometheus, by its own client library; read where they are when they are asked for. */
final class Metrics {

    /** Seconds; a card that stalls now and then shows in the upper ones. */
    private static final double[] COMMIT_BOUNDS = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();

    /**
     * The figures of one moment.
     *
     * @param type its media type, for the answer's head
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Page(String type, byte[] body) {}

    /** Begins to time commits; all other figures are the agent's own. */
    Metrics(
            Ledger ledger,
            IntervalCounts intervals,
            Uplink uplink,
            ClockKeeper clock,
            Supplier<Map<String, Map<String, RoundTrips>>> lines) {
        ledger(ledger, clock);
        commits(ledger);
        intervals(intervals);
        uplink(uplink);
        time(clock);
        LineMetrics.register(registry, lines);
    }

    /**
     * The figures of this moment.
     *
     * @param accept what the scraper asks for, as its header {@code Accept} has it; may be empty
     */
    Page page(String accept) throws IOException {
        ExpositionFormatWriter writer = formats.findWriter(accept);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        writer.write(body, registry.scrape());
        return new Page(writer.getContentType(), body.toByteArray());
    }

    private void ledger(Ledger ledger, ClockKeeper clock) {
        gauge("wolfgate_ledger_last_record", "Number of the last record.", ledger::last);
        counter("wolfgate_ledger_written_bytes", "Given to storage in this run.", ledger::bytesWritten);
        gauge(
                "wolfgate_outbox_records",
                "Records that wait above the acknowledged mark.",
                () -> ledger.depth().count());
        gauge(
                "wolfgate_outbox_oldest_age_seconds",
                "Age of the oldest record that waits.",
                () -> ledger.depth()
                        .oldest()
                        .map(oldest -> Math.max(0, seconds(Duration.between(oldest, clock.now()))))
                        .orElse(0.0));
        oneOf("wolfgate_storage_room", "1 for the level that holds.", "level", StorageRoom.values(), ledger::room);
    }

    private void commits(Ledger ledger) {
        Histogram took = Histogram.builder()
                .name("wolfgate_ledger_commit_seconds")
                .help("How long commits took.")
                .classicOnly()
                .classicUpperBounds(COMMIT_BOUNDS)
                .withoutExemplars()
                .register(registry);
        ledger.watchCommits(nanos -> took.observe(nanos / 1e9));
    }

    private void intervals(IntervalCounts intervals) {
        CounterWithCallback.builder()
                .name("wolfgate_intervals_closed")
                .help("Intervals closed in this run, by their quality.")
                .labelNames("quality")
                .callback(figures -> {
                    for (IntervalQuality quality : IntervalQuality.values()) {
                        figures.call((double) intervals.closed(quality), quality.name());
                    }
                })
                .register(registry);
        counter("wolfgate_interval_gaps", "Places where a node's intervals do not join.", intervals::gaps);
    }

    private void uplink(Uplink uplink) {
        oneOf(
                "wolfgate_uplink_identity",
                "1 for how the agent stands to its identity.",
                "standing",
                Standing.values(),
                () -> uplink.state().identity());
        links(
                "wolfgate_uplink_connected",
                "1 while the connection stands.",
                uplink,
                link -> link.connected() ? 1.0 : 0);
        CounterWithCallback.builder()
                .name("wolfgate_uplink_attempts")
                .help("How often it was dialled.")
                .labelNames("link")
                .callback(figures -> perLink(uplink.state(), link -> (double) link.attempts(), figures::call))
                .register(registry);
        links(
                "wolfgate_uplink_state_seconds",
                "For how long it has been connected, or not.",
                uplink,
                link -> seconds(link.since()));
        gauge(
                "wolfgate_uplink_in_flight",
                "Records sent and not yet acknowledged.",
                () -> uplink.state().inFlight());
        counter(
                "wolfgate_uplink_sent",
                "Records sent, repetitions included.",
                () -> uplink.state().sent());
        gauge(
                "wolfgate_uplink_too_large",
                "Records larger than the broker takes.",
                () -> uplink.state().tooLarge());
    }

    private void time(ClockKeeper clock) {
        oneOf(
                "wolfgate_time_quality",
                "1 for the quality that holds.",
                "quality",
                TimeQuality.values(),
                () -> clock.status().quality());
        GaugeWithCallback.builder()
                .name("wolfgate_time_error_seconds")
                .help("Bound of the clock's error.")
                .callback(figure -> clock.status().estimatedError().ifPresent(error -> figure.call(seconds(error))))
                .register(registry);
        gauge(
                "wolfgate_time_seconds",
                "The agent's time.",
                () -> seconds(Duration.between(Instant.EPOCH, clock.now())));
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(figure -> figure.call(value.getAsDouble()))
                .register(registry);
    }

    /** The library adds {@code _total} to the name. */
    private void counter(String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(figure -> figure.call(value.getAsDouble()))
                .register(registry);
    }

    private <E extends Enum<E>> void oneOf(String name, String help, String label, E[] all, Supplier<E> holds) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(figures -> {
                    E now = holds.get();
                    for (E each : all) {
                        figures.call(each == now ? 1 : 0, each.name());
                    }
                })
                .register(registry);
    }

    private void links(String name, String help, Uplink uplink, ToDoubleFunction<LinkState> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("link")
                .callback(figures -> perLink(uplink.state(), value, figures::call))
                .register(registry);
    }

    @FunctionalInterface
    private interface Labelled {
        void call(double value, String label);
    }

    private static void perLink(UplinkState state, ToDoubleFunction<LinkState> value, Labelled figures) {
        figures.call(value.applyAsDouble(state.records()), "records");
        figures.call(value.applyAsDouble(state.orders()), "orders");
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
