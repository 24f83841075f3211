package org.wolfgate.bench;

import java.util.Optional;
import org.wolfgate.agent.dispatch.Doubles;

/** Another solver. */
interface Rival {

    /** How it is called in the output. */
    String name();

    /** A solution with the time that solving alone took, or nothing if it cannot be had here. */
    Optional<Answer> solve(PlainLp program);

    /**
     * What a rival found.
     *
     * @param values one per variable
     * @param milliseconds time of the solve, without building the model where the library lets us tell
     */
    record Answer(Doubles values, double milliseconds) {}
}
