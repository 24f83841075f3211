package org.wolfgate.drivers.modbus;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Frames as a bad line or a broken device delivers them: cut, bit-flipped, replaced by noise, or with bytes behind them. */
public final class Damage {

    private static final int MOST_FLIPS = 4;
    private static final int MOST_NOISE = 300;
    private static final int MOST_BEHIND = 20;

    private final RandomGenerator random;

    public Damage(RandomGenerator random) {
        this.random = random;
    }

    /** A damaged copy; once in a while it is whole by chance. */
    public byte[] damaged(byte[] frame) {
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(frame, random.nextInt(frame.length));
            case 1, 2 -> flipped(frame);
            case 3 -> noise(1 + random.nextInt(MOST_NOISE));
            default -> Arrays.copyOf(frame, frame.length + 1 + random.nextInt(MOST_BEHIND));
        };
    }

    /** A copy with one to four bits turned over. */
    public byte[] flipped(byte[] frame) {
        byte[] copy = frame.clone();
        for (int flips = 1 + random.nextInt(MOST_FLIPS); flips > 0; flips--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    public byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
