package org.wolfgate.agent.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Frequency;

/**
 * {@code P = P_ref + a_f (f_s - f) - a_A ACE}.
 *
 * @param scheduled f_s
 * @param reference P_ref, the price when balanced
 * @param microsPerHertz a_f, above 0, in millionths of currency/MWh per Hz
 * @param microsPerMegawatt a_A, above 0, in millionths of currency/MWh per MW; empty switches the term off
 */
public record Linear(Frequency scheduled, Price reference, long microsPerHertz, Optional<Long> microsPerMegawatt)
        implements Curve {

    public Linear {
        if (microsPerHertz <= 0 || microsPerMegawatt.filter(a -> a <= 0).isPresent()) {
            throw new IllegalArgumentException("the slopes of a linear price must be above zero");
        }
    }

    /**
     * Slopes as people write them.
     *
     * @param perHertz currency/MWh per Hz
     * @param perMegawatt currency/MWh per MW of area control error
     * @throws ArithmeticException if a slope is finer than a millionth or out of range
     */
    public static Linear of(
            Frequency scheduled, Price reference, BigDecimal perHertz, Optional<BigDecimal> perMegawatt) {
        return new Linear(scheduled, reference, micros(perHertz), perMegawatt.map(Linear::micros));
    }

    @Override
    public Curve withScheduled(Frequency other) {
        return new Linear(other, reference, microsPerHertz, microsPerMegawatt);
    }

    @Override
    public boolean usesAce() {
        return microsPerMegawatt.isPresent();
    }

    @Override
    public double hundredths(int millihertz, long aceWatts, RaisedFlags raised) {
        // Products of whole numbers, each divided once: a decimal tie comes out as a tie.
        double byFrequency = (double) microsPerHertz * (scheduled.millihertz() - millihertz) / 1e7;
        double byAce = microsPerMegawatt.isPresent() ? (double) microsPerMegawatt.get() * aceWatts / 1e10 : 0;
        return reference.hundredths() + byFrequency - byAce;
    }

    private static long micros(BigDecimal slope) {
        return slope.movePointRight(6).longValueExact();
    }
}
