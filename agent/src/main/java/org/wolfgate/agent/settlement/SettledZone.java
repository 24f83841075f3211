package org.wolfgate.agent.settlement;

import org.apache.commons.math3.fraction.BigFraction;

/**
 * A zone in a settled interval.
 *
 * @param spot the spot price S that came out, currency/MWh; may be negative
 * @param forecast the distribution of S on which premiums were agreed
 */
public record SettledZone(BigFraction spot, PriceForecast forecast) {}
