package org.wolfgate.agent.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a gate contributed to a node's price.
 *
 * @param share the gate, and how the node loads it
 * @param loading signed flow over limit; empty when it was unknown and the term dropped
 */
public record GateTerm(GateShare share, Optional<PerUnit> loading) {

    /** The gate's name. */
    public String gate() {
        return share.gate().id();
    }

    /** The loadings that are known, by the gate's name. */
    public static Map<String, PerUnit> loadings(List<GateTerm> terms) {
        Map<String, PerUnit> known = new TreeMap<>();
        terms.forEach(term -> term.loading().ifPresent(loading -> known.put(term.gate(), loading)));
        return known;
    }

    /** C(L) in currency/MWh with six decimals; empty when the loading was unknown and the term dropped. */
    public Optional<BigDecimal> price() {
        return loading.map(l -> sixDecimals(share.gate().hundredths(l, new RaisedFlags())));
    }

    /** What the term takes off the node's price, h x C(L), in currency/MWh with six decimals. */
    public Optional<BigDecimal> taken() {
        return loading.map(l -> sixDecimals(hundredths(l, new RaisedFlags())));
    }

    /** h x C(L), unrounded, in hundredths of currency/MWh. */
    double hundredths(PerUnit known, RaisedFlags raised) {
        return share.factor().times(share.gate().hundredths(known, raised));
    }

    private static BigDecimal sixDecimals(double hundredths) {
        return new BigDecimal(hundredths).movePointLeft(2).setScale(6, RoundingMode.HALF_EVEN);
    }
}
