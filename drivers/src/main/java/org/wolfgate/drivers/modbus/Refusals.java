package org.wolfgate.drivers.modbus;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** Why an answer is not trusted, in one line each: what was seen, then what to check first. */
final class Refusals {

    private static final int BYTES_SHOWN = 16;

    private Refusals() {}

    static Answer.Failed silent(long waited, String advice) {
        return new Answer.Failed("no answer within " + millis(waited) + " ms; " + advice);
    }

    static Answer.Failed cut(byte[] received, int expected, long waited) {
        return untrusted(
                "no whole answer within " + millis(waited) + " ms, " + received.length + " of " + expected + " bytes",
                received,
                "check baud rate and parity, then termination at both ends of the line");
    }

    static Answer.Failed noEcho(int heard) {
        return new Answer.Failed(
                (heard == 0 ? "the request's own echo was not heard" : "the echo of the request was damaged")
                        + "; check whether this adapter hears itself (echo), then for another sender on the line");
    }

    /** Bytes that are not even the start of the answer. */
    static String foreign(byte[] received, Request request) {
        if (received.length < 4 || !isSealed(received)) {
            return "bytes came that are no answer to this request";
        }
        int unit = received[0] & 0xFF;
        int function = received[1] & 0xFF;
        return unit == request.unit() && function == request.function()
                ? "an answer came with byte count " + (received[2] & 0xFF) + " instead of " + 2 * request.count()
                : "an answer came with unit " + unit + " and function " + function + " instead of unit "
                        + request.unit() + " and function " + request.function();
    }

    private static boolean isSealed(byte[] frame) {
        return Arrays.equals(RtuFrame.sealed(frame.clone()), frame);
    }

    static Answer.Failed untrusted(String fault, byte[] received, String advice) {
        int shown = Math.min(received.length, BYTES_SHOWN);
        String bytes =
                HexFormat.ofDelimiter(" ").formatHex(received, 0, shown) + (shown < received.length ? " .." : "");
        return new Answer.Failed(fault + " [" + bytes + "]; " + advice);
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
