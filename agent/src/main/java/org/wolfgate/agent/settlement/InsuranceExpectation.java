package org.wolfgate.agent.settlement;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * What insuring one MW block for an hour costs and returns on average; exact amounts in currency.
 *
 * @param premium paid before the interval
 * @param compensation expected, over the scenarios
 */
public record InsuranceExpectation(BigFraction premium, BigFraction compensation) {

    /**
     * Averages over a forecast.
     *
     * @param strike currency/MWh
     * @param insured MW insured and scheduled
     * @param granted MW that run in each scenario, in their order
     */
    public static InsuranceExpectation over(
            ScenarioForecast forecast, BigFraction strike, BigFraction insured, List<BigFraction> granted) {
        if (granted.size() != forecast.scenarios().size()) {
            throw new IllegalArgumentException("expected compensation: " + granted.size() + " grants for "
                    + forecast.scenarios().size() + " price scenarios; give one per scenario");
        }
        BigFraction compensation = BigFraction.ZERO;
        for (int s = 0; s < granted.size(); s++) {
            ScenarioForecast.Scenario scenario = forecast.scenarios().get(s);
            BigFraction curtailed = insured.subtract(granted.get(s));
            compensation = compensation.add(
                    scenario.probability().multiply(scenario.inTheMoney(strike)).multiply(curtailed));
        }
        return new InsuranceExpectation(forecast.premium(strike).multiply(insured), compensation);
    }

    /** E[granted max(S-c, 0)]: what the fair premium exceeds the compensation by, never negative. */
    public BigFraction surplus() {
        return premium.subtract(compensation);
    }
}
