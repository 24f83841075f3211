package org.wolfgate.agent.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.ReactivePrice;
import org.wolfgate.agent.pricing.Voltage;
import org.wolfgate.agent.settlement.ReactiveTerms;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code reactive} of a node: its voltage schedule and the formula that prices vars. */
final class ReactiveKeys {

    private static final Pattern VOLTAGE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) (k?)V");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private ReactiveKeys() {}

    /** @param measured whether the node's meter is asked for voltage and vars */
    static Optional<ReactiveTerms> read(Section node, boolean measured) {
        return node.optionalSection("reactive").map(keys -> {
            try (keys) {
                if (!measured) {
                    keys.problem(
                            "the node's meter is not asked for voltage and vars",
                            "write 'reactive: line-voltage' or 'reactive: phase-voltage' at the meter");
                }
                Voltage scheduled = keys.require("scheduled-voltage", ReactiveKeys::voltage, new Voltage(1));
                return new ReactiveTerms(
                        new ReactivePrice(
                                keys.require("base-price", ReactiveKeys::base, Price.ZERO),
                                keys.require("per-active-price", ReactiveKeys::share, new PerUnit(0)),
                                keys.require("doubling", ReactiveKeys::doubling, new PerUnit(1))),
                        scheduled);
            }
        });
    }

    private static Voltage voltage(String text) {
        Matcher matcher = VOLTAGE.matcher(text.strip());
        if (matcher.matches()) {
            BigDecimal number = new BigDecimal(matcher.group(1));
            BigDecimal kilovolts = matcher.group(2).isEmpty() ? number.movePointLeft(3) : number;
            if (kilovolts.signum() > 0 && kilovolts.stripTrailingZeros().scale() <= 6) {
                return Voltage.ofKilovolts(kilovolts);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no voltage: write 132 kV or 230 V");
    }

    /** Below zero the sign of the whole price would turn with it. */
    private static Price base(String text) {
        Price base = Price.parse(text);
        if (base.compareTo(Price.ZERO) < 0) {
            throw new IllegalArgumentException("a base price of " + base + " is below zero");
        }
        return base;
    }

    private static PerUnit share(String text) {
        PerUnit share = PerUnit.parse(text);
        if (share.billionths() < 0) {
            throw new IllegalArgumentException("'" + text + "' is below zero");
        }
        return share;
    }

    private static PerUnit doubling(String text) {
        PerUnit doubling = PerUnit.of(Values.percent(text).divide(HUNDRED));
        if (doubling.billionths() <= 0) {
            throw new IllegalArgumentException("'" + text + "' is not above zero");
        }
        return doubling;
    }
}
