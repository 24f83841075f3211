package org.wolfgate.agent.cli.field;

import java.util.List;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.PowerLimit;

/**
 * A plant to be moved, step by step.
 *
 * @param meter sees what it injects
 * @param caps in the order of the test
 * @param confirmedBy how the plant confirms a step, such as {@code read back}
 * @param advice what to check when a step is not taken
 */
record StepTrial(
        PowerLimit limit, Meter meter, ActivePower rating, List<ActivePower> caps, String confirmedBy, String advice) {

    StepTrial {
        caps = List.copyOf(caps);
    }

    /** A plant with a set-point register that can be read. */
    static StepTrial ofSetPoint(PowerLimit limit, Meter meter, ActivePower rating, List<Integer> shares) {
        List<ActivePower> caps = shares.stream()
                .map(share -> new ActivePower(rating.watts() * share / 100))
                .toList();
        return new StepTrial(limit, meter, rating, caps, "read back", "check remote mode and profile of the plant");
    }

    /** A plant behind relays: the caps are its own steps, loosest first. */
    static StepTrial ofRelays(PowerLimit limit, Meter meter, ActivePower rating, List<ActivePower> steps) {
        List<ActivePower> caps =
                steps.stream().filter(step -> step.compareTo(rating) < 0).toList();
        return new StepTrial(
                limit,
                meter,
                rating,
                caps,
                "feedback contacts say",
                "check GPIO line, polarity, coil supply and feedback");
    }
}
