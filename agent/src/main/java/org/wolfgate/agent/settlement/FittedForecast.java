package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.math3.fraction.BigFraction;
import org.wolfgate.agent.insurance.SpotPrice;

/**
 * A forecast whose premium is no rational number, such as a normal or log-normal price. Its premium is rounded half-even
 * to a millionth per MWh before it meets any quantity, so both sides compute the same amount from it.
 *
 * @param distribution the fitted distribution
 */
public record FittedForecast(SpotPrice distribution) implements PriceForecast {

    @Override
    public BigFraction premium(BigFraction strike) {
        BigDecimal rate =
                BigDecimal.valueOf(distribution.premium(strike.doubleValue())).setScale(6, RoundingMode.HALF_EVEN);
        return new BigFraction(rate.unscaledValue()).divide(1_000_000);
    }
}
