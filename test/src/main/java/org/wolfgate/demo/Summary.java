package org.wolfgate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wolfgate.agent.desk.UpstreamCopy;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;

/**
 * What a demo run came to. It holds when every order ended in a verdict of the meter, the ISO's copy of the records is
 * the ledger's, and the agent's running totals are the sum of its statement lines.
 *
 * @param chainSound sequence and hashes of the ledger are unbroken
 * @param verdicts outcome by order
 * @param withoutVerdict orders sent that never ended in a verdict
 * @param intervals interval versions in the ledger
 * @param upstreamEqual whether the ISO's copy is the ledger, record by record
 * @param statements what each node's lines add up to
 * @param statementsHold whether they are what the agent's own totals say
 */
record Summary(
        long records,
        boolean chainSound,
        Map<String, String> verdicts,
        List<String> withoutVerdict,
        long intervals,
        boolean upstreamEqual,
        Map<String, Sums> statements,
        boolean statementsHold) {

    private static final int BATCH = 1000;

    /** Six-decimal sums of a node's statement lines. */
    record Sums(BigDecimal deviation, BigDecimal compensation) {
        Sums plus(Sums other) {
            return new Sums(deviation.add(other.deviation), compensation.add(other.compensation));
        }
    }

    boolean holds() {
        return chainSound
                && withoutVerdict.isEmpty()
                && verdicts.values().stream().noneMatch("NOT_JUDGED"::equals)
                && upstreamEqual
                && statementsHold
                && intervals > 0;
    }

    /** Compares the stopped agent's ledger with what the ISO holds. */
    static Summary of(Path ledgerFolder, UpstreamCopy upstream, List<String> nodes, List<String> ordered)
            throws MessageException {
        try (LedgerReader ledger = Ledger.openReadOnly(ledgerFolder)) {
            List<StoredRecord> records = new ArrayList<>();
            for (List<StoredRecord> batch = ledger.after(0, BATCH);
                    !batch.isEmpty();
                    batch = ledger.after(records.get(records.size() - 1).seq(), BATCH)) {
                records.addAll(batch);
            }
            Map<String, String> verdicts = new TreeMap<>();
            Map<String, Map<String, Sums>> lines = new TreeMap<>();
            long intervals = 0;
            for (StoredRecord stored : records) {
                JsonNode body = Json.read(stored.record().body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                switch (stored.record().kind()) {
                    case "interval" -> intervals++;
                    case "verdict" ->
                        verdicts.put(
                                body.path("order").asText(),
                                body.path("outcome").asText());
                    case "statement" ->
                        lines.computeIfAbsent(body.path("node").asText(), node -> new TreeMap<>())
                                .put(
                                        body.path("start").asText(),
                                        new Sums(
                                                body.path("amount").decimalValue(),
                                                body.path("compensation").decimalValue()));
                    default -> {
                        // Events and steps of orders do not count.
                    }
                }
            }
            List<String> missing = new ArrayList<>(ordered);
            missing.removeAll(verdicts.keySet());
            Map<String, Sums> sums = new TreeMap<>();
            lines.forEach((node, byStart) -> sums.put(
                    node, byStart.values().stream().reduce(new Sums(BigDecimal.ZERO, BigDecimal.ZERO), Sums::plus)));
            return new Summary(
                    records.size(),
                    ledger.verify().sound(),
                    verdicts,
                    missing,
                    intervals,
                    equal(records, upstream.entries()),
                    sums,
                    totalsHold(ledger, sums, nodes));
        }
    }

    private static boolean equal(List<StoredRecord> ledger, List<UpstreamCopy.Entry> upstream) {
        if (ledger.size() != upstream.size()) {
            return false;
        }
        for (int i = 0; i < ledger.size(); i++) {
            boolean same = ledger.get(i).seq() == upstream.get(i).sequence()
                    && ledger.get(i).hash().equals(upstream.get(i).hash());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** The agent's totals, kept as it went along, against the sums of the lines it wrote. */
    private static boolean totalsHold(LedgerReader ledger, Map<String, Sums> sums, List<String> nodes)
            throws MessageException {
        for (String node : nodes) {
            JsonNode totals = Json.read(ledger.state("nodes/" + node)
                            .orElse("{}")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .path("totals");
            Sums own = new Sums(micros(totals.path("deviation")), micros(totals.path("compensation")));
            Sums lines = sums.getOrDefault(node, new Sums(BigDecimal.ZERO, BigDecimal.ZERO));
            if (own.deviation().compareTo(lines.deviation()) != 0
                    || own.compensation().compareTo(lines.compensation()) != 0) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal micros(JsonNode money) {
        return BigDecimal.valueOf(money.path("micros").asLong(), 6);
    }

    String json() {
        ObjectNode json = Json.object()
                .put("holds", holds())
                .put("records", records)
                .put("chain_sound", chainSound)
                .put("intervals", intervals)
                .put("upstream_equal", upstreamEqual)
                .put("statements_hold", statementsHold);
        ObjectNode orders = json.putObject("verdicts");
        verdicts.forEach(orders::put);
        ArrayNode missing = json.putArray("orders_without_verdict");
        withoutVerdict.forEach(missing::add);
        ObjectNode money = json.putObject("statements");
        statements.forEach((node, sums) ->
                money.putObject(node).put("deviation", sums.deviation()).put("compensation", sums.compensation()));
        return Json.text(json);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("summary");
        lines.add("  orders: " + verdicts.size() + " ended in a verdict"
                + verdicts.values().stream()
                        .distinct()
                        .map(outcome -> ", "
                                + verdicts.values().stream()
                                        .filter(outcome::equals)
                                        .count() + " " + outcome)
                        .reduce("", String::concat)
                + (withoutVerdict.isEmpty() ? "" : "; WITHOUT VERDICT: " + withoutVerdict));
        lines.add("  intervals: " + intervals + " in the ledger; the ISO's copy of all " + records + " records is "
                + (upstreamEqual ? "equal" : "NOT EQUAL") + "; the chain is " + (chainSound ? "unbroken" : "BROKEN"));
        statements.forEach((node, sums) -> lines.add("  statement " + node + ": deviation " + cents(sums.deviation())
                + ", compensation " + cents(sums.compensation())));
        lines.add("  statements " + (statementsHold ? "equal" : "DIFFER FROM") + " the sum of their lines"
                + "; a shadow settlement at illustrative prices");
        return lines;
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
