package org.wolfgate.agent.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.Frequency;

/** What to tell a person about a price formula before it is used. */
public final class Cautions {

    private Cautions() {}

    /** The name of the parameters with their mark, as it is shown to people before any amount is. */
    public static String label(SystemPrice price) {
        return price.parameterSet() + " (own-choice, shadow settlement)";
    }

    /** One line for each; empty if there is nothing to say. */
    public static List<String> of(SystemPrice price) {
        List<String> cautions = new ArrayList<>();
        Frequency step = price.quantum().step();
        doubling(price.curve())
                .filter(doubling -> step.millihertz() * 10L > doubling.millihertz())
                .ifPresent(doubling -> cautions.add("price formula " + price.parameterSet() + ": frequency is read in"
                        + " steps of " + step + " and the price doubles every " + doubling
                        + ", so it moves in visible steps; use a finer meter or a larger doubling"));
        if (price.curve().usesAce()) {
            cautions.add("price formula " + price.parameterSet() + ": area control error holds a frequency term of its"
                    + " own, so frequency counts twice; leave out the term unless the operator asks for it");
        }
        return cautions;
    }

    private static Optional<Frequency> doubling(Curve curve) {
        if (curve instanceof ShiftedExponential form) {
            return Optional.of(form.doublings().perFrequency());
        }
        return curve instanceof HyperbolicSine form
                ? Optional.of(form.doublings().perFrequency())
                : Optional.empty();
    }
}
