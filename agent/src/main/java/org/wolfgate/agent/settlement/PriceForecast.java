package org.wolfgate.agent.settlement;

import org.apache.commons.math3.fraction.BigFraction;

/** The distribution of a zone's spot price on which premiums were agreed before the interval. */
public sealed interface PriceForecast permits UniformForecast, ScenarioForecast, FittedForecast {

    /** X(c) = E[max(S-c, 0)], currency per insured MWh: the paper's (8), (14) and (15). */
    BigFraction premium(BigFraction strike);
}
