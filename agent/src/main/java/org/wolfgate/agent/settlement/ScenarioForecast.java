package org.wolfgate.agent.settlement;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A spot price that takes finitely many values.
 *
 * @param scenarios at least one; the probabilities sum to exactly 1
 */
public record ScenarioForecast(List<Scenario> scenarios) implements PriceForecast {

    /**
     * One price that may occur.
     *
     * @param price currency/MWh
     * @param probability 0..1
     */
    public record Scenario(BigFraction price, BigFraction probability) {

        public Scenario {
            if (probability.compareTo(BigFraction.ZERO) < 0) {
                throw new IllegalArgumentException("price forecast: probability " + probability + " of price " + price
                        + " is negative; check the scenario");
            }
        }

        /** max(S-c, 0), what an insured MWh receives if it is curtailed in this scenario. */
        public BigFraction inTheMoney(BigFraction strike) {
            return price.compareTo(strike) > 0 ? price.subtract(strike) : BigFraction.ZERO;
        }
    }

    public ScenarioForecast {
        scenarios = List.copyOf(scenarios);
        BigFraction total = scenarios.stream().map(Scenario::probability).reduce(BigFraction.ZERO, BigFraction::add);
        if (!total.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("price forecast: the probabilities of " + scenarios.size()
                    + " scenarios sum to " + total + ", not to 1; write them as fractions, such as 1/3");
        }
    }

    @Override
    public BigFraction premium(BigFraction strike) {
        return scenarios.stream()
                .map(s -> s.probability().multiply(s.inTheMoney(strike)))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }
}
