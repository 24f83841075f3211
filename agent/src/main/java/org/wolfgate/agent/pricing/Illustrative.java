package org.wolfgate.agent.pricing;

import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * Parameter sets to try the formula with. They are illustrative: no source publishes parameters, and none of these may
 * be billed from. An operator declares its own.
 */
public final class Illustrative {

    /** 60 Hz: 40.00 balanced, doubling every 20 mHz or 200 MW of area control error. */
    public static final SystemPrice AT_60_HZ = of("illustrative-60hz", 60_000, 20, Optional.of("200 MW"), "40", "-20");

    /** 50 Hz: 80.00 balanced, doubling every 50 mHz. */
    public static final SystemPrice AT_50_HZ = of("illustrative-50hz", 50_000, 50, Optional.empty(), "80", "-40");

    private Illustrative() {}

    private static SystemPrice of(
            String name, int scheduled, int doubling, Optional<String> ace, String reference, String least) {
        Doublings doublings =
                new Doublings(new Frequency(scheduled), new Frequency(doubling), ace.map(ActivePower::parse));
        Curve curve = new ShiftedExponential(doublings, Price.parse(reference), Price.parse(least));
        return new SystemPrice(name, curve, FrequencyQuantum.FINEST, PriceLimits.NONE);
    }
}
