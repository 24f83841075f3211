package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.math3.fraction.BigFraction;
import org.wolfgate.agent.money.Money;

/**
 * One unit's part of a statement; exact amounts in currency.
 *
 * @param id the unit
 * @param premium X(c) MW h, due whether the unit ran or not
 * @param compensation max(S-c, 0)(scheduled - granted) h, paid to the unit
 * @param fee (S_destination - S_zone) granted h, paid by the unit; negative is a credit
 */
public record InsuranceLine(String id, BigFraction premium, BigFraction compensation, BigFraction fee) {

    /** What the unit receives; negative if it pays. */
    public BigFraction netToUser() {
        return compensation.subtract(premium).subtract(fee);
    }

    /** The line as it is paid: each item rounded half-even to cents. */
    public Rounded rounded() {
        return new Rounded(cents(premium), cents(compensation), cents(fee));
    }

    /** Line items in whole cents. Their sum is what is paid; the exact sum is never rounded a second time. */
    public record Rounded(BigDecimal premium, BigDecimal compensation, BigDecimal fee) {

        public BigDecimal netToUser() {
            return compensation.subtract(premium).subtract(fee);
        }

        /** The net as the ledger keeps it: positive is a credit to the injection node. */
        public Money money() {
            return Money.of(netToUser());
        }
    }

    private static BigDecimal cents(BigFraction amount) {
        return new BigDecimal(amount.getNumerator())
                .divide(new BigDecimal(amount.getDenominator()), 2, RoundingMode.HALF_EVEN);
    }
}
