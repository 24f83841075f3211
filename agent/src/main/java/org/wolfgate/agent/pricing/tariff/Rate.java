package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.pricing.PriceLimits;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.drivers.Frequency;

/** A named number of a tariff: given from outside, chosen among others, or read from a curve of frequency. */
public sealed interface Rate {

    /**
     * Given from outside, such as a market price.
     *
     * @param what what it is, for people
     * @param fallback its value when none is given; without one a charge that needs it has no amount
     */
    record Input(String what, Optional<BigDecimal> fallback) implements Rate {}

    /** The greatest, the least or the mean of some operands; the mean is rounded half-even to 0.01. */
    record Chosen(Choice choice, List<Operand> among, Origin origin) implements Rate {}

    /** Straight lines through vertices in frequency, whose values may be named, within limits. */
    record Vector(List<Corner> corners, PriceLimits limits, Origin origin) implements Rate {}

    /** A price formula with fixed parameters. */
    record Formula(SystemPrice price, Origin origin) implements Rate {}

    /** A corner of a {@link Vector}. */
    record Corner(Frequency frequency, Operand value) {}

    /** Which of several values counts. */
    enum Choice {
        GREATEST,
        LEAST,
        MEAN
    }
}
