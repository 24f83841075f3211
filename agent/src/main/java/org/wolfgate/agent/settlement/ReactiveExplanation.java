package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.util.List;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Voltage;
import org.wolfgate.drivers.GridVoltage;

/** Tells how the price and the amount of a node's vars came about. */
public final class ReactiveExplanation {

    private ReactiveExplanation() {}

    /** One sentence a line, in the order of the calculation. */
    public static List<String> of(ReactiveLine line) {
        return List.of(voltage(line), price(line), amount(line));
    }

    private static String voltage(ReactiveLine line) {
        String measured = line.metered()
                .voltage()
                .map(GridVoltage::millivolts)
                .map(mean -> new Voltage(mean).toString())
                .orElse("not known");
        return "Voltage: " + measured + ", the mean of " + line.metered().samples() + " of "
                + line.metered().expected() + " samples; scheduled "
                + line.terms().scheduled() + ".";
    }

    private static String price(ReactiveLine line) {
        if (line.price().isEmpty()) {
            return "Price of vars: none, since a voltage that was not measured has no price.";
        }
        var formula = line.terms().price();
        return "Price of vars: v = (scheduled - measured) / scheduled; B = " + formula.base() + " + "
                + formula.perActivePrice() + " x max(" + line.node() + ", 0) = "
                + plain(formula.scale(line.node())) + "; B x sgn(v) x (2^(|v| / " + formula.doubling()
                + ") - 1), rounded half-even to 0.01, = "
                + line.price().map(Price::toString).orElse("") + " per Mvarh.";
    }

    private static String amount(ReactiveLine line) {
        String vars =
                line.metered().varHours().map(energy -> energy + " varh").orElse("not known for the whole interval");
        return "Vars: injected " + vars + ", nothing scheduled; amount "
                + line.amount().map(owed -> owed + ".").orElse("none.");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
