package org.wolfgate.agent.cli.statement;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.settlement.LatestAmounts;
import org.wolfgate.agent.settlement.Repricing;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.PricedInputs;

/**
 * Prices every line of a ledger anew by other parameters. A ledger is written in the order of time, its nodes side by
 * side, so it is read once from end to end rather than node by node; each worker takes a stretch of it, and later versions
 * of a line take the place of earlier ones across stretches.
 */
public final class RepricedLedger {

    private final Path folder;
    private final SystemPrice formula;
    private final long from;
    private final long to;

    private RepricedLedger(Path folder, SystemPrice formula, Instant from, Instant to) {
        this.folder = folder;
        this.formula = formula;
        this.from = from.getEpochSecond();
        this.to = to.getEpochSecond();
    }

    /**
     * The amounts of each node's intervals that start in a span of time.
     *
     * @param workers threads that read, each with a connection of its own
     * @throws IllegalArgumentException if a statement line cannot give what the formula asks for
     */
    public static Map<String, LatestAmounts> of(
            Path folder, SystemPrice formula, Instant from, Instant to, int workers) {
        long first;
        long last;
        try (LedgerReader ledger = Ledger.openReadOnly(folder)) {
            first = ledger.first();
            last = ledger.last().map(record -> record.seq()).orElse(0L);
        }
        RepricedLedger all = new RepricedLedger(folder, formula, from, to);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<CompletableFuture<Map<String, LatestAmounts>>> parts = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                long after = first - 1 + (last - first + 1) * i / workers;
                long until = first - 1 + (last - first + 1) * (i + 1) / workers;
                parts.add(CompletableFuture.supplyAsync(() -> all.stretch(after, until), threads));
            }
            Map<String, LatestAmounts> sum = new TreeMap<>();
            parts.forEach(part -> part.join()
                    .forEach((node, amounts) ->
                            sum.computeIfAbsent(node, n -> new LatestAmounts()).putAll(amounts)));
            return sum;
        } finally {
            threads.shutdown();
        }
    }

    private Map<String, LatestAmounts> stretch(long after, long until) {
        Map<String, LatestAmounts> amounts = new HashMap<>();
        Repricing repricing = new Repricing(formula);
        PricedInputs in = new PricedInputs();
        try (LedgerReader ledger = Ledger.openReadOnly(folder)) {
            ledger.scan("statement", after, until, body -> take(body, in, repricing, amounts));
        }
        return amounts;
    }

    private void take(byte[] body, PricedInputs in, Repricing repricing, Map<String, LatestAmounts> amounts) {
        try {
            in.read(body);
        } catch (MessageException e) {
            throw new IllegalStateException("pricing anew: a statement record cannot be read: " + e.getMessage(), e);
        }
        if (in.start() >= from && in.start() < to) {
            long micros =
                    repricing.micros(in.metered(), in.offset(), in.allowed(), in.frequency(), in.ace(), in.gates());
            amounts.computeIfAbsent(in.node(), node -> new LatestAmounts())
                    .put(in.start(), micros == Repricing.NONE ? 0 : micros);
        }
    }
}
