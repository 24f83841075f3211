package org.wolfgate.drivers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.yaml.Section;

/**
 * A line as configured: checked, nothing touched yet. Every reading method reports what is wrong to the section; the
 * caller closes the section, and discards the result if there were problems.
 */
public interface LineSettings {

    /** This line with one more meter, whose keys (such as unit and profile) stand in the section. */
    LineSettings withMeter(String id, Section keys);

    /**
     * This line with one more set-point.
     *
     * @param rating the plant's rating, the base of set-points in percent; positive
     */
    LineSettings withLimit(String id, ActivePower rating, Section keys);

    /**
     * This line with contacts that tell a generator the cap on its node: a set-point like others, that holds nobody back.
     *
     * @param rating of the node, the base of steps in percent; positive
     */
    default LineSettings withSignal(String id, ActivePower rating, Section keys) {
        keys.problemAt("line", "this line has no relay contacts", "name a line of the family gpio");
        keys.names();
        return this;
    }

    /** Where the energy registers of a meter start again from zero; empty if they never do, or nobody says. */
    Optional<Energy> registerModulus(String meter);

    /** How often the energy registers of a meter are read at most; zero for at every visit. */
    default Duration energyPeriod(String meter) {
        return Duration.ZERO;
    }

    /** The set-points below its rating that a plant can hold, lowest first; empty if it can hold any. */
    default List<ActivePower> stages(String plant) {
        return List.of();
    }

    /** The line with its devices. Does not connect yet, so a device that is away is no reason to fail. */
    Bus open();
}
