package org.wolfgate.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.wolfgate.agent.clock.TimeStatus;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.OutboxDepth;
import org.wolfgate.agent.uplink.LinkState;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.UplinkState;
import org.wolfgate.drivers.Reading;

/** How the living agent stands, in lines for the technician beside it. */
final class LiveStatus {

    private final Ledger ledger;
    private final Uplink uplink;
    private final ClockKeeper clock;
    private final Supplier<Duration> slowestLoop;
    private final Map<String, NodeView> nodes = new ConcurrentSkipListMap<>();

    /** @param slowestLoop for how long the slowest of control and the lines has not come round */
    LiveStatus(Ledger ledger, Uplink uplink, ClockKeeper clock, Supplier<Duration> slowestLoop) {
        this.ledger = ledger;
        this.uplink = uplink;
        this.clock = clock;
        this.slowestLoop = slowestLoop;
    }

    void nodes(List<NodeView> views) {
        views.forEach(view -> nodes.put(view.node(), view));
    }

    List<String> lines() {
        UplinkState state = uplink.state();
        OutboxDepth depth = ledger.depth();
        List<String> lines = new ArrayList<>();
        lines.add("loops: the slowest came round " + seconds(slowestLoop.get()) + " ago");
        lines.add("time: " + clock.now() + ", " + time(clock.status()));
        lines.add("identity at the broker: " + state.identity());
        lines.add("uplink for records: " + link(state.records()));
        lines.add("uplink for orders: " + link(state.orders()));
        lines.add("waiting for the ISO: " + depth.count() + " records"
                + depth.oldest().map(at -> ", the oldest of " + at).orElse("") + "; " + state.inFlight()
                + " on the way, " + state.sent() + " sent in this run");
        nodes.values().forEach(view -> lines.add(node(view)));
        return lines;
    }

    private static String time(TimeStatus status) {
        return status.quality() + ", "
                + status.estimatedError()
                        .map(error -> "off by at most " + error.toNanos() / 1_000_000 + " ms, ")
                        .orElse("")
                + status.reason();
    }

    private static String link(LinkState link) {
        return (link.connected() ? "connected for " : "NOT connected for ") + seconds(link.since()) + ", dialled "
                + link.attempts() + " times"
                + (link.connected() || link.lastError().isEmpty() ? "" : "; " + link.lastError());
    }

    private String node(NodeView view) {
        Duration age = Duration.between(view.at(), clock.now());
        return "node " + view.node() + ": " + value(view.reading().power()) + " at "
                + value(view.reading().frequency()) + ", read " + seconds(age) + " ago; "
                + CapsInForce.held(view.cap());
    }

    /** What is not a good measurement says so. */
    private static String value(Reading<?> reading) {
        String value = reading.value().map(Object::toString).orElse("");
        return reading.isGood() ? value : (value + " " + reading.quality() + " (" + reading.reason() + ")").strip();
    }

    private static String seconds(Duration duration) {
        return Math.max(0, duration.toSeconds()) + " s";
    }
}
