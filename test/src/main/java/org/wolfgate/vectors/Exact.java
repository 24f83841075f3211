package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/** Exact numbers of a case file, written as a fraction, a decimal or a JSON number. */
final class Exact {

    private Exact() {}

    static BigFraction of(JsonNode node) {
        return of(node.asText());
    }

    static BigFraction of(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? decimal(text) : decimal(text.substring(0, slash)).divide(decimal(text.substring(slash + 1)));
    }

    private static BigFraction decimal(String text) {
        BigDecimal value = new BigDecimal(text.strip());
        return value.scale() <= 0
                ? new BigFraction(value.toBigIntegerExact())
                : new BigFraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }
}
