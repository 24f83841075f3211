package org.wolfgate.drivers.relay;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wolfgate.drivers.ActivePower;

/**
 * The steps of one plant, such as 100, 60, 30 and 0 %. Where several contacts speak at once the strictest wins; where none
 * does the plant is free.
 *
 * @param steps loosest first, at least one
 */
record RelayTable(List<RelayStep> steps, ActivePower rating) {

    RelayTable {
        steps = steps.stream()
                .sorted(Comparator.comparing(RelayStep::percent).reversed())
                .toList();
    }

    /**
     * The contact that shall speak: the loosest whose limit is not above the cap; the strictest there is if all are above
     * it; none if the plant is released and the table has no contact for 100 %.
     */
    Optional<RelayStep> forCap(ActivePower cap) {
        if (cap.compareTo(rating) >= 0) {
            return steps.stream().filter(RelayStep::releases).findFirst();
        }
        return steps.stream()
                .filter(step -> step.limit(rating).compareTo(cap) <= 0)
                .findFirst()
                .or(() -> Optional.of(steps.get(steps.size() - 1)));
    }

    /** What the plant may inject while these contacts speak. */
    ActivePower limit(Predicate<RelayStep> speaks) {
        return steps.stream().filter(speaks).map(step -> step.limit(rating)).reduce(rating, ActivePower::min);
    }
}
