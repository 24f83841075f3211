package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.wolfgate.agent.money.Money;

/**
 * One band of one charge on a bill.
 *
 * @param charge the charge's name
 * @param band the band's name
 * @param additional whether the charge comes on top of the base charge
 * @param megawattSeconds the energy in this band, with the sign of the deviation, exact
 * @param credit what a MWh of it earns the node, in currency, below zero if the node pays; empty if nobody can say
 * @param netted the span over which the band's energy is netted
 * @param origin where the rule comes from
 */
public record Line(
        String charge,
        String band,
        boolean additional,
        BigDecimal megawattSeconds,
        Optional<BigDecimal> credit,
        Optional<String> netted,
        Origin origin) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    /** The energy in MWh, six decimals. */
    public BigDecimal megawattHours() {
        return megawattSeconds.divide(HOUR, 6, RoundingMode.HALF_EVEN);
    }

    /** Credit to the node, half-even to six decimals; zero if nobody can say, and then the bill is flagged. */
    public Money amount() {
        return perHour(exact());
    }

    /** The amount times 3,600, so that lines add up exactly before the one division. */
    BigDecimal exact() {
        return megawattSeconds.abs().multiply(credit.orElse(BigDecimal.ZERO));
    }

    static Money perHour(BigDecimal exact) {
        return Money.of(exact.divide(HOUR, 12, RoundingMode.HALF_EVEN));
    }
}
