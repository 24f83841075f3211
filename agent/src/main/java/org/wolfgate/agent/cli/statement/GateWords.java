package org.wolfgate.agent.cli.statement;

import java.math.BigDecimal;
import org.wolfgate.agent.pricing.GateTerm;

/** A flowgate's term in a few words. */
final class GateWords {

    private GateWords() {}

    /** Such as {@code mid: loading 0.9, 511.000000 x 0.4}. */
    static String of(GateTerm term) {
        return term.gate() + ": "
                + term.loading()
                        .map(loading -> "loading " + loading + ", "
                                + term.price().map(BigDecimal::toPlainString).orElse("0") + " x "
                                + term.share().factor())
                        .orElse("loading unknown, left out");
    }
}
