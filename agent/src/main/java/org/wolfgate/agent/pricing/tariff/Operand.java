package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;

/** A number, or the name of a rate or input of the same file. */
public sealed interface Operand {

    Operand HUNDRED = new Fixed(BigDecimal.valueOf(100));

    /** A number as written. */
    record Fixed(BigDecimal value) implements Operand {}

    /** The name of a rate or input. */
    record Named(String name) implements Operand {}

    /** A number if the text is one, else a name. */
    static Operand parse(String text) {
        try {
            return new Fixed(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return new Named(text.strip());
        }
    }
}
