package org.wolfgate.agent.clock;

import java.time.Duration;
import java.time.Instant;

/** What a comparison of the agent's clock with the system clock found. */
public sealed interface ClockFinding {

    /**
     * The two agree within the threshold.
     *
     * @param ahead how far the system clock is ahead; negative when it is behind
     */
    record InStep(Duration ahead) implements ClockFinding {}

    /**
     * The system clock was stepped; the agent's clock did not follow.
     *
     * @param at the agent's time
     * @param ahead how far the system clock is ahead; negative when it is behind
     * @param isNew whether this is the first check that sees it, so that an event is written once
     */
    record Diverged(Instant at, Duration ahead, boolean isNew) implements ClockFinding {}

    /**
     * The agent's clock is to be set to a synchronised system clock ({@link AgentClock#follow}): to be recorded, and the
     * open intervals to be marked.
     *
     * <p>Records of the same boot stamped before this moment move by {@link #shift} to be right.
     *
     * @param before the agent's time the moment before
     * @param after the agent's time from that moment on
     * @param firstSynchronisation whether nothing had vouched for the time since the agent started
     */
    record Rebased(Instant before, Instant after, boolean firstSynchronisation) implements ClockFinding {

        /** What has to be added to a stamp made before. */
        public Duration shift() {
            return Duration.between(before, after);
        }
    }
}
