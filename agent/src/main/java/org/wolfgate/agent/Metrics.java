package org.wolfgate.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.clock.TimeStatus;
import org.wolfgate.agent.ledger.CommitTimes;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.OutboxDepth;
import org.wolfgate.agent.ledger.StorageRoom;
import org.wolfgate.agent.metering.IntervalQuality;
import org.wolfgate.agent.uplink.LinkState;
import org.wolfgate.agent.uplink.Standing;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.UplinkState;

/** The agent's figures in the text format that Prometheus scrapes (exposition format 0.0.4). */
final class Metrics {

    private final Ledger ledger;
    private final IntervalCounts intervals;
    private final Uplink uplink;
    private final ClockKeeper clock;
    private final StringBuilder text = new StringBuilder();

    private Metrics(Ledger ledger, IntervalCounts intervals, Uplink uplink, ClockKeeper clock) {
        this.ledger = ledger;
        this.intervals = intervals;
        this.uplink = uplink;
        this.clock = clock;
    }

    /** The figures of this moment. */
    static String of(Ledger ledger, IntervalCounts intervals, Uplink uplink, ClockKeeper clock) {
        Metrics metrics = new Metrics(ledger, intervals, uplink, clock);
        metrics.ledger();
        metrics.commits();
        metrics.intervals();
        metrics.uplink();
        metrics.time();
        return metrics.text.toString();
    }

    private void ledger() {
        OutboxDepth depth = ledger.depth();
        one("wolfgate_ledger_last_record", "gauge", "Number of the last record.", (double) ledger.last());
        one("wolfgate_ledger_written_bytes_total", "counter", "Given to storage in this run.", (double)
                ledger.bytesWritten());
        one("wolfgate_outbox_records", "gauge", "Records that wait above the acknowledged mark.", (double)
                depth.count());
        double age = depth.oldest()
                .map(oldest -> seconds(Duration.between(oldest, clock.now())))
                .orElse(0.0);
        one("wolfgate_outbox_oldest_age_seconds", "gauge", "Age of the oldest record that waits.", Math.max(0, age));
        head("wolfgate_storage_room", "gauge", "1 for the level that holds.");
        for (StorageRoom room : StorageRoom.values()) {
            line("wolfgate_storage_room{level=\"" + room.name() + "\"}", room == ledger.room() ? 1 : 0);
        }
    }

    private void commits() {
        head("wolfgate_ledger_commit_seconds", "histogram", "How long commits took.");
        long count = 0;
        for (CommitTimes.Bucket bucket : ledger.commitTimes().buckets()) {
            String bound = bucket.upToMillis() == Long.MAX_VALUE ? "+Inf" : number(bucket.upToMillis() / 1000.0);
            line("wolfgate_ledger_commit_seconds_bucket{le=\"" + bound + "\"}", (double) bucket.count());
            count = bucket.count();
        }
        line("wolfgate_ledger_commit_seconds_sum", ledger.commitTimes().totalNanos() / 1e9);
        line("wolfgate_ledger_commit_seconds_count", (double) count);
    }

    private void intervals() {
        head("wolfgate_intervals_closed_total", "counter", "Intervals closed in this run, by their quality.");
        for (IntervalQuality quality : IntervalQuality.values()) {
            line("wolfgate_intervals_closed_total{quality=\"" + quality.name() + "\"}", (double)
                    intervals.closed(quality));
        }
        one("wolfgate_interval_gaps_total", "counter", "Places where a node's intervals do not join.", (double)
                intervals.gaps());
    }

    private void uplink() {
        UplinkState state = uplink.state();
        head("wolfgate_uplink_identity", "gauge", "1 for how the agent stands to its identity.");
        for (Standing standing : Standing.values()) {
            line(
                    "wolfgate_uplink_identity{standing=\"" + standing.name() + "\"}",
                    standing == state.identity() ? 1 : 0);
        }
        head("wolfgate_uplink_connected", "gauge", "1 while the connection stands.");
        link("wolfgate_uplink_connected", "records", state.records().connected() ? 1 : 0);
        link("wolfgate_uplink_connected", "orders", state.orders().connected() ? 1 : 0);
        head("wolfgate_uplink_attempts_total", "counter", "How often it was dialled.");
        link("wolfgate_uplink_attempts_total", "records", (double)
                state.records().attempts());
        link("wolfgate_uplink_attempts_total", "orders", (double) state.orders().attempts());
        head("wolfgate_uplink_state_seconds", "gauge", "For how long it has been connected, or not.");
        link("wolfgate_uplink_state_seconds", "records", since(state.records()));
        link("wolfgate_uplink_state_seconds", "orders", since(state.orders()));
        one("wolfgate_uplink_in_flight", "gauge", "Records sent and not yet acknowledged.", state.inFlight());
        one("wolfgate_uplink_sent_total", "counter", "Records sent, repetitions included.", (double) state.sent());
        one("wolfgate_uplink_too_large", "gauge", "Records larger than the broker takes.", state.tooLarge());
    }

    private void time() {
        TimeStatus status = clock.status();
        head("wolfgate_time_quality", "gauge", "1 for the quality that holds.");
        for (TimeQuality quality : TimeQuality.values()) {
            line("wolfgate_time_quality{quality=\"" + quality.name() + "\"}", status.quality() == quality ? 1 : 0);
        }
        status.estimatedError()
                .ifPresent(error ->
                        one("wolfgate_time_error_seconds", "gauge", "Bound of the clock's error.", seconds(error)));
        one(
                "wolfgate_time_seconds",
                "gauge",
                "The agent's time.",
                seconds(Duration.between(Instant.EPOCH, clock.now())));
    }

    private void one(String name, String type, String help, double value) {
        head(name, type, help);
        line(name, value);
    }

    private void link(String name, String link, double value) {
        line(name + "{link=\"" + link + "\"}", value);
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String series, double value) {
        text.append(series).append(' ').append(number(value)).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.9f", value).replaceFirst("0+$", "");
    }

    private static double since(LinkState state) {
        return seconds(state.since());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
