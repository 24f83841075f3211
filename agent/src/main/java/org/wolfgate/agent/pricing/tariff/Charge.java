package org.wolfgate.agent.pricing.tariff;

import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.Frequency;

/**
 * One rule that turns a deviation into money.
 *
 * @param name what statements call it
 * @param on which deviations it looks at
 * @param additional whether it comes on top of the base charge
 * @param from it applies at this frequency and above
 * @param below it applies below this frequency
 * @param spread how a deviation over several bands is charged
 * @param basis what percentages are of
 * @param choose which limit counts where a band has two
 * @param bands in rising order, the last one open
 * @param origin where the rule comes from
 */
public record Charge(
        String name,
        Side on,
        boolean additional,
        Optional<Frequency> from,
        Optional<Frequency> below,
        Spread spread,
        Basis basis,
        Choose choose,
        List<Band> bands,
        Origin origin) {

    /** Which way the node departs from its schedule, injection positive. */
    public enum Side {
        /** More injected or less withdrawn than scheduled. */
        SURPLUS,
        /** Less injected or more withdrawn than scheduled. */
        SHORTAGE
    }

    /** How a deviation that reaches into several bands is charged. */
    public enum Spread {
        /** Each part at its own band. */
        LAYERED,
        /** All of it at the band that its end lies in. */
        WHOLE
    }

    /** What the percentages of the limits are of. */
    public enum Basis {
        SCHEDULE,
        AVAILABLE
    }

    /** Which limit counts where a band has one in percent and one in MW. */
    public enum Choose {
        LOWER,
        LARGER,
        /** The lower one of the first band decides, for all bands, whether percent or MW counts. */
        LOWER_BY_FIRST
    }

    public Charge {
        bands = List.copyOf(bands);
    }

    Charge spread(Spread other) {
        return new Charge(name, on, additional, from, below, other, basis, choose, bands, origin);
    }

    boolean applies(Side side, Frequency frequency) {
        return on == side
                && from.map(f -> frequency.compareTo(f) >= 0).orElse(true)
                && below.map(f -> frequency.compareTo(f) < 0).orElse(true);
    }
}
