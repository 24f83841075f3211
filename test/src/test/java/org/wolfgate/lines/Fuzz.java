package org.wolfgate.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;

/** Random, cut, bit-flipped and lengthened answers. */
final class Fuzz {

    private static final int MOST_TRIES = 50;

    private final Framing framing;
    private final long seed = Long.getLong("wolfgate.seed", 20_261_122L);
    private final Random random = new Random(seed);
    private volatile boolean damaging;
    private volatile byte[] sent = new byte[0];

    Fuzz(Framing framing) {
        this.framing = framing;
    }

    /** Damages while told to, and then hangs up, so that a cut answer need not be waited for where hanging up is possible. */
    RudeDevice.Script script() {
        return (number, asked, out) -> {
            boolean damage = damaging;
            byte[] answer = damage ? damaged(framing.honest(asked)) : framing.honest(asked);
            sent = answer;
            out.write(answer);
            if (damage) {
                throw new IOException("hang up");
            }
        };
    }

    /** No exception, no value that was not sent, and after each damage the line recovers. */
    void run(ModbusLine line, int cases) {
        for (int i = 0; i < cases; i++) {
            int address = random.nextInt(60_000);
            int count = 1 + random.nextInt(20);
            damaging = true;
            Answer answer = line.exchange(LineContract.read(address, count));
            byte[] frame = sent;
            damaging = false;
            String where = "seed " + seed + ", case " + i + ": " + Arrays.toString(frame) + " -> " + answer;
            assertTrue(!(answer instanceof Answer.Words words) || isIn(frame, words.words()), where);
            Answer after = line.exchange(LineContract.read(address, count));
            for (int tries = 1; tries < MOST_TRIES && after instanceof Answer.Failed; tries++) {
                after = line.exchange(LineContract.read(address, count));
            }
            assertEquals(LineContract.words(address, count), after, where);
        }
    }

    private boolean isIn(byte[] frame, List<Integer> words) {
        int data = framing == Framing.MBAP ? 9 : 3;
        return frame.length >= data + 2 * words.size()
                && IntStream.range(0, words.size())
                        .allMatch(i ->
                                words.get(i) == ((frame[data + 2 * i] & 0xFF) << 8 | (frame[data + 2 * i + 1] & 0xFF)));
    }

    private byte[] damaged(byte[] frame) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(frame, random.nextInt(frame.length));
            case 1 -> flipped(frame);
            case 2 -> noise(1 + random.nextInt(300));
            default -> Arrays.copyOf(frame, frame.length + 1 + random.nextInt(20));
        };
    }

    private byte[] flipped(byte[] frame) {
        byte[] copy = frame.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
