package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.agent.pricing.PerUnit;

/** Tells what a flowgate took off a price, and how. */
final class GateExplanation {

    private GateExplanation() {}

    static String of(GateTerm term, IntervalPrice price) {
        if (term.loading().isEmpty()) {
            return "Flowgate " + term.gate() + ": its loading was unknown or stale, so its term is left out.";
        }
        if (price.frequency().isEmpty()) {
            return "Flowgate " + term.gate() + ": no term, since the price is the reference price.";
        }
        return "Flowgate " + term.gate() + ": loading " + term.loading().get() + ", " + worth(term) + "; the node's"
                + " factor " + term.share().factor() + " takes "
                + term.taken().map(BigDecimal::toPlainString).orElse("0") + " off the price before it is rounded.";
    }

    private static String worth(GateTerm term) {
        Flowgate gate = term.share().gate();
        PerUnit loading = term.loading().orElseThrow();
        String magnitude = new PerUnit(Math.abs(loading.billionths())).toString();
        return "so " + (loading.billionths() < 0 ? "-" : "") + gate.scale() + " x (2^(" + magnitude + " / "
                + gate.doubling() + ") - 1) = "
                + term.price().map(BigDecimal::toPlainString).orElse("0") + " per MWh";
    }
}
