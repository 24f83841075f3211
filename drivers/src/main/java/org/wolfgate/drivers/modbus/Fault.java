package org.wolfgate.drivers.modbus;

import java.time.Duration;

/**
 * A way in which a served device misbehaves, as met in the field.
 *
 * @param delay before the answer, or before each byte of it; zero for kinds without delay
 */
public record Fault(Kind kind, Duration delay) {

    /** What goes wrong. */
    public enum Kind {
        NONE,
        /** No answer at all. */
        SILENT,
        /** The connection is closed instead of an answer. */
        CLOSE,
        /** The answer carries another unit id. */
        WRONG_UNIT,
        /** One register too few, in an otherwise well-formed answer. */
        TOO_FEW_WORDS,
        /** Exception 04, device failure. */
        EXCEPTION,
        /** The answer comes byte by byte, each after the delay. */
        TRICKLE,
        /** The whole answer comes after the delay. */
        LATE
    }

    public static final Fault NONE = of(Kind.NONE);

    public static Fault of(Kind kind) {
        return new Fault(kind, Duration.ZERO);
    }

    public static Fault late(Duration delay) {
        return new Fault(Kind.LATE, delay);
    }

    public static Fault trickle(Duration perByte) {
        return new Fault(Kind.TRICKLE, perByte);
    }
}
