package org.wolfgate.agent.curtailment;

import org.wolfgate.drivers.ActivePower;

/** What a node does while something it needs is lost. */
public sealed interface FailSafeAction {

    /** The three of them, for messages and people. */
    enum Kind {
        HOLD,
        FALLBACK,
        TRIP
    }

    Kind kind();

    /** Stays as it is: a cap that was in force stays, also beyond the end of its order. */
    record Hold() implements FailSafeAction {
        @Override
        public Kind kind() {
            return Kind.HOLD;
        }
    }

    /**
     * Goes down to a cap.
     *
     * @param cap at or above zero
     * @param rampPerSecond how fast, from what was lawful when this step of the ladder was reached; zero for at once
     */
    record Fallback(ActivePower cap, ActivePower rampPerSecond) implements FailSafeAction {
        @Override
        public Kind kind() {
            return Kind.FALLBACK;
        }
    }

    /** Goes to zero at once. */
    record Trip() implements FailSafeAction {
        @Override
        public Kind kind() {
            return Kind.TRIP;
        }
    }
}
