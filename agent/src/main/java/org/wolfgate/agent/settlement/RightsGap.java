package org.wolfgate.agent.settlement;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wolfgate.drivers.ActivePower;

/**
 * Flowgate rights that a schedule lacks within an interval.
 *
 * @param missing the largest shortfall on each gate that is short
 * @param stale the distribution factors did not hold for the interval: nothing was checked for all or part of it
 */
public record RightsGap(Map<String, ActivePower> missing, boolean stale) {

    static final RightsGap NONE = new RightsGap(Map.of(), false);

    public RightsGap {
        missing = Collections.unmodifiableMap(new TreeMap<>(missing));
    }

    /** Such as {@code FLOWGATE_RIGHTS_SHORT:mid:8MW}, one for each short gate, and {@code FLOWGATE_FACTORS_STALE}. */
    public SortedSet<String> flags() {
        SortedSet<String> flags = new TreeSet<>();
        missing.forEach((gate, power) -> flags.add("FLOWGATE_RIGHTS_SHORT:" + gate + ":"
                + power.megawatts().stripTrailingZeros().toPlainString() + "MW"));
        if (stale) {
            flags.add("FLOWGATE_FACTORS_STALE");
        }
        return flags;
    }

    RightsGap and(RightsGap other) {
        Map<String, ActivePower> both = new TreeMap<>(missing);
        other.missing.forEach((gate, power) -> both.merge(gate, power, ActivePower::max));
        return new RightsGap(both, stale || other.stale);
    }
}
