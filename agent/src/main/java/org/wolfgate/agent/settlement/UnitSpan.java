package org.wolfgate.agent.settlement;

import java.util.Optional;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * A span during which nothing that a unit's compensation depends on changed.
 *
 * @param scheduled power that the unit was to inject
 * @param granted what the ISO let run
 * @param spot S at the node's zone
 * @param destination S at the buyer's zone; empty if the unit sells in its own zone or the price is not known
 */
public record UnitSpan(
        Interval span, ActivePower scheduled, ActivePower granted, Price spot, Optional<Price> destination) {

    /** Power stood back. */
    public ActivePower cut() {
        return scheduled.minus(granted);
    }

    /** The same but for its span. */
    boolean continues(UnitSpan earlier) {
        return earlier.span().end().equals(span.start())
                && earlier.equals(new UnitSpan(earlier.span(), scheduled, granted, spot, destination));
    }

    UnitSpan joined(UnitSpan earlier) {
        return new UnitSpan(new Interval(earlier.span().start(), span.end()), scheduled, granted, spot, destination);
    }
}
