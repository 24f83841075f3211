package org.wolfgate.agent.metering;

import java.util.ArrayList;
import java.util.List;

/**
 * How often each frequency was seen in an interval: what the mean of the prices of its samples follows from exactly, by
 * any formula. A good sample lies within 5 Hz of the nominal frequency, so there are 10,001 values at most; an hour of a
 * real grid has some two hundred.
 *
 * @param counts in the order of frequency, each frequency once; empty if they were not kept
 */
public record FrequencyCounts(List<Count> counts) {

    public static final FrequencyCounts NONE = new FrequencyCounts(List.of());

    /**
     * One frequency.
     *
     * @param millihertz as the meter gave it
     * @param samples how many good samples showed it, at least 1
     */
    public record Count(int millihertz, int samples) {
        public Count {
            if (samples < 1) {
                throw new IllegalArgumentException(samples + " samples at " + millihertz + " mHz are no count");
            }
        }
    }

    public FrequencyCounts {
        counts = List.copyOf(counts);
        for (int i = 1; i < counts.size(); i++) {
            if (counts.get(i - 1).millihertz() >= counts.get(i).millihertz()) {
                throw new IllegalArgumentException("the counts of frequency are not in order: "
                        + counts.get(i - 1).millihertz() + " mHz before "
                        + counts.get(i).millihertz());
            }
        }
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Of all frequencies together. */
    public int samples() {
        return counts.stream().mapToInt(Count::samples).sum();
    }

    /** More samples of a frequency, or fewer. */
    FrequencyCounts plus(int millihertz, int samples) {
        List<Count> changed = new ArrayList<>(counts);
        int at = 0;
        while (at < changed.size() && changed.get(at).millihertz() < millihertz) {
            at++;
        }
        boolean known = at < changed.size() && changed.get(at).millihertz() == millihertz;
        int total = samples + (known ? changed.remove(at).samples() : 0);
        if (total > 0) {
            changed.add(at, new Count(millihertz, total));
        }
        return new FrequencyCounts(changed);
    }
}
