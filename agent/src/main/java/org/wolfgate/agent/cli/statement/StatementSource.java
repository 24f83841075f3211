package org.wolfgate.agent.cli.statement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.StatementReader;

/** Reads statement lines from a ledger, which may be in use. */
public final class StatementSource {

    private final LedgerReader ledger;

    public StatementSource(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /**
     * Every version of every line of a node whose interval starts in {@code [from, to)}, in order of time.
     *
     * @throws IllegalStateException if a record cannot be read
     */
    public List<StatementEntry> lines(String node, Instant from, Instant to) {
        Map<String, ObjectNode> intervals = new HashMap<>();
        between("interval", node, from, to)
                .forEach(stored -> intervals.put(stored.record().key(), body(stored)));
        List<StatementEntry> lines = new ArrayList<>();
        for (StoredRecord stored : between("statement", node, from, to)) {
            StatementEntry line = entry(stored, intervals);
            add(lines, line);
        }
        return lines;
    }

    /** The orders of a node that ended in {@code [from, to)}, each with the latest version of its verdict. */
    public List<OrderMoney> orders(String node, Instant from, Instant to) {
        Map<String, OrderMoney> latest = new TreeMap<>();
        ledger.all("verdict").forEach(stored -> {
            OrderMoney order = OrderMoney.of(body(stored));
            boolean wanted = order.node().equals(node)
                    && !order.endedAt().isBefore(from)
                    && order.endedAt().isBefore(to);
            if (wanted) {
                latest.merge(order.order(), order, (a, b) -> a.version() > b.version() ? a : b);
            }
        });
        return latest.values().stream()
                .sorted(Comparator.comparing(OrderMoney::endedAt))
                .toList();
    }

    private List<StoredRecord> between(String kind, String node, Instant from, Instant to) {
        return ledger.intervals(kind, node, from.toString(), to.toString());
    }

    /** Versions follow one another; the key sorts 10 before 2. */
    private static void add(List<StatementEntry> lines, StatementEntry line) {
        int at = lines.size();
        while (at > 0
                && lines.get(at - 1).place().equals(line.place())
                && lines.get(at - 1).version() > line.version()) {
            at--;
        }
        boolean latest = at == lines.size();
        if (at > 0 && lines.get(at - 1).place().equals(line.place())) {
            lines.set(at - 1, lines.get(at - 1).superseded());
        }
        lines.add(at, latest ? line : line.superseded());
    }

    private static StatementEntry entry(StoredRecord stored, Map<String, ObjectNode> intervals) {
        ObjectNode body = body(stored);
        String interval = body.path("node").asText() + "/" + body.path("start").asText() + "/"
                + body.path("interval_version").asInt(body.path("version").asInt());
        Optional<ObjectNode> metered = Optional.ofNullable(intervals.get(interval));
        try {
            SettledInterval settled = StatementReader.read(body, metered);
            return new StatementEntry(stored.seq(), stored.record().timeQuality(), settled, true, body, metered);
        } catch (MessageException | IllegalArgumentException e) {
            throw unreadable(stored, e);
        }
    }

    private static ObjectNode body(StoredRecord stored) {
        try {
            return Json.read(stored.record().body().getBytes(StandardCharsets.UTF_8));
        } catch (MessageException e) {
            throw unreadable(stored, e);
        }
    }

    private static IllegalStateException unreadable(StoredRecord stored, Exception e) {
        return new IllegalStateException(
                "reading record " + stored.seq() + " (" + stored.record().kind() + " "
                        + stored.record().key() + "): " + e.getMessage() + "; was it written by a newer agent?",
                e);
    }
}
