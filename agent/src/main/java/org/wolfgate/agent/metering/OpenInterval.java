package org.wolfgate.agent.metering;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is known so far of an interval that may still change.
 *
 * @param count what the meter counted within it
 * @param power power integrated; for a meter with registers only since their last good reading
 * @param touched something became known since the last version was emitted
 */
public record OpenInterval(
        long number,
        Count count,
        PowerIntegral power,
        FrequencyTally frequency,
        Set<MeteringFlag> flags,
        boolean touched) {

    public OpenInterval {
        flags = Set.copyOf(flags);
    }

    static OpenInterval fresh(long number) {
        return new OpenInterval(number, Count.NOTHING, PowerIntegral.ZERO, FrequencyTally.EMPTY, Set.of(), false);
    }

    OpenInterval with(Count more) {
        return new OpenInterval(number, more, power, frequency, flags, true);
    }

    /** Power is a means to distribute energy, and alone no reason for a new version. */
    OpenInterval with(PowerIntegral more) {
        return new OpenInterval(number, count, more, frequency, flags, touched);
    }

    OpenInterval with(FrequencyTally more) {
        return new OpenInterval(number, count, power, more, flags, true);
    }

    OpenInterval flagged(MeteringFlag flag) {
        if (flags.contains(flag)) {
            return this;
        }
        Set<MeteringFlag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new OpenInterval(number, count, power, frequency, more, true);
    }

    OpenInterval untouched() {
        return new OpenInterval(number, count, power, frequency, flags, false);
    }
}
