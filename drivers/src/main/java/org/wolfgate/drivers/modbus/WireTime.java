package org.wolfgate.drivers.modbus;

import java.time.Duration;

/**
 * What an exchange costs on the wire, in nanoseconds. Modbus RTU asks for registers with 8 characters and is answered
 * with 5 and 2 for each register, with a silence of 3.5 characters before each frame (Modbus over serial line 1.02,
 * section 2.5.1.1).
 *
 * @param character one character
 * @param silence between two frames
 * @param turnaround what the device takes to think
 */
public record WireTime(long character, long silence, long turnaround) {

    private static final int REQUEST_CHARACTERS = 8;
    private static final int ANSWER_CHARACTERS = 5;
    private static final long SECOND = 1_000_000_000L;
    private static final int FIXED_SILENCE_ABOVE_BAUD = 19_200;
    private static final long FIXED_SILENCE = 1_750_000;
    private static final long DEFAULT_TURNAROUND = 5_000_000;

    /** A local network: bytes cost next to nothing, each request a round trip. */
    public static final WireTime NETWORK = new WireTime(100, 0, 1_000_000);

    public WireTime {
        if (character < 0 || silence < 0 || turnaround < 0) {
            throw new IllegalArgumentException("a time on the wire is not negative");
        }
    }

    /** A serial line, with a quick device behind it until its turnaround is measured. */
    public static WireTime serial(int baud, int bitsPerCharacter) {
        long character = bitsPerCharacter * SECOND / baud;
        long silence = baud > FIXED_SILENCE_ABOVE_BAUD ? FIXED_SILENCE : character * 7 / 2;
        return new WireTime(character, silence, DEFAULT_TURNAROUND);
    }

    /** The same wire with a device that thinks for so long. */
    public WireTime withTurnaround(long nanos) {
        return new WireTime(character, silence, Math.max(0, nanos));
    }

    /** A whole read of so many registers. */
    public long read(int registers) {
        return frames(ANSWER_CHARACTERS + 2 * registers);
    }

    /** The time of a request without what its device thinks. */
    long withoutTurnaround(Request request) {
        int words = 2 * request.count();
        int characters = request.answerBytes() > 0
                ? ANSWER_CHARACTERS + request.answerBytes()
                : REQUEST_CHARACTERS + (request instanceof Request.WriteMany ? 1 + words : 0);
        return frames(characters) - turnaround;
    }

    private long frames(int characters) {
        return (REQUEST_CHARACTERS + characters) * character + 2 * silence + turnaround;
    }

    /** The most registers that nobody asked for which are cheaper to read along than to send another request. */
    public int worthwhileHole() {
        long perRegister = 2 * character;
        return perRegister == 0
                ? Request.MOST_WORDS_READ
                : (int) Math.min(Request.MOST_WORDS_READ, (read(0) - 1) / perRegister);
    }

    /** The longest answer that the protocol has. */
    Duration longestAnswer() {
        return Duration.ofNanos((ANSWER_CHARACTERS + 2L * Request.MOST_WORDS_READ) * character);
    }
}
