package org.wolfgate.agent.pricing.rights;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Distribution factors of one schedule's source and sink, as the operator sends them; they hold for one topology and
 * one time.
 *
 * @param topology the operator's name of the network state
 * @param from beginning of validity
 * @param until end of validity, exclusive
 * @param gates by the gate's name
 */
public record TransferFactors(String topology, Instant from, Instant until, Map<String, Pair> gates) {

    /** Changes of a gate's flow per MW injected at the source and at the sink. */
    public record Pair(BigDecimal source, BigDecimal sink) {}

    public TransferFactors {
        gates = Map.copyOf(gates);
    }

    boolean covers(Instant begin, Instant end) {
        return !begin.isBefore(from) && !end.isAfter(until);
    }
}
