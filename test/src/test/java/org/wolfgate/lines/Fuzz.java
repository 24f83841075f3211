package org.wolfgate.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.Damage;
import org.wolfgate.drivers.modbus.ModbusLine;

/** Random, cut, bit-flipped and lengthened answers. */
final class Fuzz {

    private static final int MOST_TRIES = 50;

    private final Framing framing;
    private final long seed = Long.getLong("wolfgate.seed", 20_261_122L);
    private final Random random = new Random(seed);
    private final Damage wreck = new Damage(new Random(seed));
    private volatile boolean damaging;
    private volatile byte[] sent = new byte[0];

    Fuzz(Framing framing) {
        this.framing = framing;
    }

    /** Damages while told to, and then hangs up, so that a cut answer need not be waited for where hanging up is possible. */
    RudeDevice.Script script() {
        return (number, asked, out) -> {
            boolean damage = damaging;
            byte[] answer = damage ? wreck.damaged(framing.honest(asked)) : framing.honest(asked);
            sent = answer;
            out.write(answer);
            if (damage) {
                throw new IOException("hang up");
            }
        };
    }

    /** No exception, no value that was not sent, and after each damage the line recovers. */
    void run(ModbusLine line, int cases) {
        int refused = 0;
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
            refused += answer instanceof Answer.Failed ? 1 : 0;
        }
        System.out.println("fuzz, " + line.label() + ": " + cases + " cases, " + refused
                + " answers refused, none invented, recovered after each (seed " + seed + ")");
    }

    private boolean isIn(byte[] frame, List<Integer> words) {
        int data = framing == Framing.MBAP ? 9 : 3;
        return frame.length >= data + 2 * words.size()
                && IntStream.range(0, words.size())
                        .allMatch(i ->
                                words.get(i) == ((frame[data + 2 * i] & 0xFF) << 8 | (frame[data + 2 * i + 1] & 0xFF)));
    }
}
