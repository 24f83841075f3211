package org.wolfgate.agent.settlement;

import java.util.List;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Accounting;

/** Tells how the damages of an interval came about. */
final class DamagesExplanation {

    private DamagesExplanation() {}

    static List<String> of(DeviationLine line) {
        return line.damages().stream()
                .map(damages -> of(damages, line.price().price()))
                .toList();
    }

    private static String of(DamagesLine damages, Price deviation) {
        DamagesTerms terms = damages.terms();
        String rate = terms.accounting() == Accounting.GROSS
                ? deviation.toString()
                : "max(0, " + deviation + " - " + terms.contract() + ")";
        return "Damages: " + damages.shortfall()
                + " of what was due were not delivered; they settle under the contract at "
                + terms.contract() + " per MWh, " + terms.accounting() + " accounting, and not as a deviation: -" + rate
                + " x " + damages.shortfall().megawattHours().toPlainString() + " = " + damages.amount()
                + ". The contract's own payment, for " + paid(terms.accounting()) + ", is not part of this statement.";
    }

    private static String paid(Accounting accounting) {
        return accounting == Accounting.GROSS ? "all that was scheduled" : "what was delivered";
    }
}
