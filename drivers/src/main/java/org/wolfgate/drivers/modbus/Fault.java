package org.wolfgate.drivers.modbus;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

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
        LATE,
        /** The answer arrives damaged, as over a bad cable. */
        NOISE
    }

    private static final int DEVICE_FAILURE = 4;

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

    /** The unit that answers in place of the one that was asked. */
    int unit(int asked) {
        return kind == Kind.WRONG_UNIT ? (asked + 1) & 0xFF : asked;
    }

    /** What the device answers, damaged as this fault damages it. */
    byte[] answer(int unit, byte[] pdu, RegisterImage image) {
        if (kind == Kind.EXCEPTION) {
            return ServedPdu.exception(pdu[0] & 0xFF, DEVICE_FAILURE);
        }
        byte[] honest = ServedPdu.answer(unit, pdu, image);
        return kind == Kind.TOO_FEW_WORDS && (honest[0] == 3 || honest[0] == 4) ? shortened(honest) : honest;
    }

    byte[] damaged(byte[] frame) {
        return new Damage(ThreadLocalRandom.current()).damaged(frame);
    }

    /** One register less, with a byte count that agrees with it. */
    private static byte[] shortened(byte[] answer) {
        byte[] less = Arrays.copyOf(answer, answer.length - 2);
        less[1] = (byte) (less[1] - 2);
        return less;
    }
}
