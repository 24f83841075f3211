package org.wolfgate.drivers.modbus;

import java.util.Optional;

/**
 * Decides whether received bytes are the answer to a request. j2mod checks neither unit, protocol nor word count, and
 * takes a late answer for the next one (steveohara/j2mod#165), so the bytes themselves are compared.
 */
final class FrameCheck {

    private static final int HEADER = 6;
    private static final int LONGEST_FRAME = 260;
    private static final int EXCEPTION_FLAG = 0x80;

    private FrameCheck() {}

    /**
     * Checks a Modbus TCP frame.
     *
     * @param frame what came in since the request, from the first byte; bytes after the first frame are not looked at
     * @return what is wrong with it; empty if it is the answer, be it an exception
     */
    static Optional<String> tcp(byte[] frame, int transaction, Request request) {
        if (frame.length < HEADER + 3) {
            return Optional.of("only " + frame.length + " bytes came");
        }
        int length = word(frame, 4);
        if (word(frame, 0) != transaction) {
            return wrong("transaction", transaction, word(frame, 0));
        }
        if (word(frame, 2) != 0) {
            return wrong("protocol", 0, word(frame, 2));
        }
        if (at(frame, 6) != request.unit()) {
            return wrong("unit", request.unit(), at(frame, 6));
        }
        if (frame.length < HEADER + length) {
            return wrong("length", length, frame.length - HEADER);
        }
        if (at(frame, 7) == (request.function() | EXCEPTION_FLAG)) {
            return length == 3 ? Optional.empty() : wrong("length", 3, length);
        }
        if (at(frame, 7) != request.function()) {
            return wrong("function", request.function(), at(frame, 7));
        }
        return body(frame, length, request);
    }

    /** Whether the bytes cannot even be the start of a frame, since its length field is beyond all frames. */
    static boolean isNoFrame(byte[] received) {
        return received.length >= HEADER && word(received, 4) > LONGEST_FRAME - HEADER;
    }

    /** Whether the first frame has bytes after it, which then wait inside j2mod as a false start of the next answer. */
    static boolean isFollowed(byte[] received) {
        return received.length >= HEADER && received.length > HEADER + word(received, 4);
    }

    private static Optional<String> body(byte[] frame, int length, Request request) {
        int bytes = request.answerBytes();
        int expected = bytes > 0 ? 3 + bytes : 6;
        if (length != expected) {
            return wrong("length", expected, length);
        }
        if (bytes > 0) {
            return at(frame, 8) == bytes ? Optional.empty() : wrong("byte count", bytes, at(frame, 8));
        }
        if (word(frame, 8) != request.address()) {
            return wrong("written address", request.address(), word(frame, 8));
        }
        int echo = request instanceof Request.WriteOne one ? one.word() : request.count();
        return word(frame, 10) == echo ? Optional.empty() : wrong("written value or count", echo, word(frame, 10));
    }

    private static Optional<String> wrong(String what, int expected, int seen) {
        return Optional.of("an answer came with " + what + " " + seen + " instead of " + expected);
    }

    private static int at(byte[] frame, int index) {
        return frame[index] & 0xFF;
    }

    private static int word(byte[] frame, int index) {
        return at(frame, index) << 8 | at(frame, index + 1);
    }
}
