package org.wolfgate.agent.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of the market's currency in whole millionths. Positive is a credit to the injection node, negative is what
 * it pays. Six decimals are kept on every record; {@link #toCents()} rounds once, on the statement line.
 *
 * @param micros amount in millionths of the currency unit
 */
public record Money(long micros) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /**
     * Rounds half-even to six decimals.
     *
     * @throws ArithmeticException if the amount exceeds 9.2 million million
     */
    public static Money of(BigDecimal amount) {
        return new Money(
                amount.setScale(6, RoundingMode.HALF_EVEN).unscaledValue().longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(micros, other.micros));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(micros, other.micros));
    }

    public Money negate() {
        return new Money(Math.negateExact(micros));
    }

    /** The amount with its six decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(micros, 6);
    }

    /** The amount of a statement line: two decimals, half-even. */
    public BigDecimal toCents() {
        return amount().setScale(2, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return amount().toPlainString();
    }
}
