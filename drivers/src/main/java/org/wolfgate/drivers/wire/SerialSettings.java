package org.wolfgate.drivers.wire;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a serial port is set. Modbus RTU always has eight data bits.
 *
 * @param device path of the port; one under {@code /dev/serial/by-id} stays the same when adapters are plugged anew
 * @param baud bits per second, 300 to 1 000 000
 * @param stopBits 1 or 2
 * @param echo whether the adapter hears its own bytes, as two-wire adapters without receiver switching do
 */
public record SerialSettings(String device, int baud, Parity parity, int stopBits, boolean echo) {

    private static final Pattern FRAME = Pattern.compile("8([NEO])([12])");
    private static final int LEAST_BAUD = 300;
    private static final int MOST_BAUD = 1_000_000;

    public SerialSettings {
        if (device.isBlank()) {
            throw new IllegalArgumentException("no serial port; write its path, such as /dev/ttyUSB0");
        }
        if (baud < LEAST_BAUD || baud > MOST_BAUD) {
            throw new IllegalArgumentException(
                    baud + " baud is outside " + LEAST_BAUD + " to " + MOST_BAUD + "; meters mostly use 9600 or 19200");
        }
        if (stopBits < 1 || stopBits > 2) {
            throw new IllegalArgumentException(stopBits + " stop bits; write 1 or 2");
        }
    }

    /**
     * Settings from a frame such as {@code 8N1}, {@code 8E1} or {@code 8N2}.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static SerialSettings of(String device, int baud, String frame) {
        Matcher matcher = FRAME.matcher(frame);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + frame + "' is no serial frame: write 8N1, 8E1, 8O1 or with 2 stop bits 8N2");
        }
        Parity parity = Arrays.stream(Parity.values())
                .filter(one -> one.letter() == matcher.group(1).charAt(0))
                .findFirst()
                .orElseThrow();
        return new SerialSettings(device, baud, parity, Integer.parseInt(matcher.group(2)), false);
    }

    /** The same port with an adapter that hears its own bytes. */
    public SerialSettings withEcho() {
        return new SerialSettings(device, baud, parity, stopBits, true);
    }

    /** Such as {@code 8N1}. */
    public String frame() {
        return "8" + parity.letter() + stopBits;
    }

    /** Bits that one character takes on the line, start and stop bits included: 10 to 12. */
    public int bitsPerCharacter() {
        return 1 + 8 + (parity == Parity.NONE ? 0 : 1) + stopBits;
    }

    @Override
    public String toString() {
        return device + " " + baud + " " + frame();
    }
}
