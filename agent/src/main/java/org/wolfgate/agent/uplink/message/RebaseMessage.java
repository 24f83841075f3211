package org.wolfgate.agent.uplink.message;

import java.time.Duration;
import java.time.Instant;

/** The statement that stamps made before the clock was set move with it; it changes no record, and every reader applies it. */
public final class RebaseMessage {

    /** The kind of its record. */
    public static final String KIND = "rebase";

    private RebaseMessage() {}

    /**
     * The body of the record.
     *
     * @param boot the run whose stamps move
     * @param first number of the first record whose stamp moves
     * @param last number of the last one
     * @param before the agent's time as it was
     * @param after the same moment as it was then known
     */
    public static String body(String boot, long first, long last, Instant before, Instant after) {
        return Json.text(Json.object()
                .put("boot", boot)
                .put("first", first)
                .put("last", last)
                .put("shift_ms", Duration.between(before, after).toMillis())
                .put("before", before.toString())
                .put("after", after.toString()));
    }
}
