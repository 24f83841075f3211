package org.wolfgate.agent.metering;

/**
 * Power integrated over a time by trapezoids, in half watt-milliseconds so that every trapezoid is whole.
 *
 * @param halfWattMillis twice the integral, in W ms; negative for withdrawal
 * @param coveredMillis the time integrated over
 */
public record PowerIntegral(long halfWattMillis, long coveredMillis) {

    static final PowerIntegral ZERO = new PowerIntegral(0, 0);

    /** 2 x 3,600,000 ms in an hour. */
    static final long PER_WATT_HOUR = 7_200_000;

    PowerIntegral plus(long moreHalfWattMillis, long millis) {
        return new PowerIntegral(Math.addExact(halfWattMillis, moreHalfWattMillis), coveredMillis + millis);
    }
}
