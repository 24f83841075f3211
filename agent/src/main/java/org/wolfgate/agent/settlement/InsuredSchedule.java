package org.wolfgate.agent.settlement;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * A transaction unit as an interval is settled.
 *
 * @param id as on the statement
 * @param zone index of the zone where it injects
 * @param destination index of the zone where its buyer is
 * @param strike insured strike price, currency/MWh; empty if uninsured
 * @param insured insured MW, zero or more
 * @param scheduled MW scheduled in this interval, zero or more; only these can be curtailed
 * @param granted MW that the ISO let run, 0 to scheduled
 */
public record InsuredSchedule(
        String id,
        int zone,
        int destination,
        Optional<BigFraction> strike,
        BigFraction insured,
        BigFraction scheduled,
        BigFraction granted) {

    public InsuredSchedule {
        if (insured.compareTo(BigFraction.ZERO) < 0) {
            throw new IllegalArgumentException(
                    "settlement of " + id + ": insured " + insured + " MW is negative; check the insured quantity");
        }
        if (granted.compareTo(BigFraction.ZERO) < 0 || granted.compareTo(scheduled) > 0) {
            throw new IllegalArgumentException("settlement of " + id + ": granted " + granted
                    + " MW is not between 0 and the scheduled " + scheduled + " MW; check the dispatch");
        }
    }

    /** From quantities and prices as the agent keeps them. */
    public static InsuredSchedule of(
            String id,
            int zone,
            int destination,
            Optional<Price> strike,
            ActivePower insured,
            ActivePower scheduled,
            ActivePower granted) {
        return new InsuredSchedule(
                id,
                zone,
                destination,
                strike.map(InsuredSchedule::exact),
                exact(insured),
                exact(scheduled),
                exact(granted));
    }

    /** A price in currency/MWh. */
    public static BigFraction exact(Price price) {
        return new BigFraction(BigInteger.valueOf(price.hundredths()), BigInteger.valueOf(100));
    }

    /** A power in MW. */
    public static BigFraction exact(ActivePower power) {
        return new BigFraction(BigInteger.valueOf(power.watts()), BigInteger.valueOf(1_000_000));
    }
}
