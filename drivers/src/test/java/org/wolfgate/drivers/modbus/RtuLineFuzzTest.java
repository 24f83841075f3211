package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.wire.SerialSettings;

/**
 * Random, cut, bit-flipped, doubled and lengthened frames into a serial line: no exception, no value that was not sent,
 * and the line recovers.
 */
class RtuLineFuzzTest {

    private final int cases = FuzzRun.cases(20_000);
    private final long seed = FuzzRun.SEED;
    private final Random random = FuzzRun.random();
    private final Damage damage = new Damage(random);
    private boolean damaging;

    @Test
    void damagedFramesNeverInventAValueAndTheLineRecovers() {
        int refused = 0;
        byte[][] sent = new byte[1][];
        ScriptedWire wire = new ScriptedWire(asked -> {
            sent[0] = damaging ? damaged(honest(asked)) : honest(asked);
            return sent[0];
        });
        SerialSettings port = SerialSettings.of("/dev/ttyUSB0", 9600, "8N1");
        RtuLine line =
                new RtuLine("fuzz", wire::open, RtuLine.Medium.serial(port), Duration.ofMillis(500), wire::nanos);
        for (int i = 0; i < cases; i++) {
            Request request = request(i);
            damaging = true;
            Answer answer = line.exchange(request);
            String where = "seed " + seed + ", case " + i + ": " + request + " -> " + Arrays.toString(sent[0]) + " -> "
                    + answer;
            assertTrue(isBackedBy(answer, sent[0], request), where);
            damaging = false;
            assertEquals(expected(request), line.exchange(request), where);
            refused += answer instanceof Answer.Failed ? 1 : 0;
        }
        FuzzRun.seen("RTU line", cases, refused + " answers refused, none invented, recovered after each");
    }

    /** A failure, or exactly what a whole frame with a right check sum at the start of what was sent says. */
    private static boolean isBackedBy(Answer answer, byte[] sent, Request request) {
        if (answer instanceof Answer.Failed) {
            return true;
        }
        int length = (sent[1] & 0x80) != 0 ? 5 : request instanceof Request.Read ? 5 + 2 * request.count() : 8;
        byte[] frame = Arrays.copyOf(sent, length);
        boolean whole = sent.length >= length && Arrays.equals(RtuFrame.sealed(frame.clone()), frame);
        boolean ours = (frame[0] & 0xFF) == request.unit() && (frame[1] & 0x7F) == request.function();
        boolean value = !(answer instanceof Answer.Words words)
                || words.words()
                        .equals(IntStream.range(0, request.count())
                                .map(i -> (frame[3 + 2 * i] & 0xFF) << 8 | (frame[4 + 2 * i] & 0xFF))
                                .boxed()
                                .toList());
        return whole && ours && value;
    }

    private Request request(int i) {
        int unit = 1 + random.nextInt(247);
        return switch (i % 4) {
            case 0 -> new Request.Read(unit, RegisterTable.HOLDING, i % 60_000, 1 + random.nextInt(125));
            case 1 -> new Request.Read(unit, RegisterTable.INPUT, i % 60_000, 1 + random.nextInt(5));
            case 2 -> new Request.WriteOne(unit, i % 60_000, random.nextInt(65_536));
            default -> new Request.WriteMany(unit, i % 60_000, List.of(random.nextInt(65_536), 2, 3));
        };
    }

    private static Answer expected(Request request) {
        return request instanceof Request.Read
                ? new Answer.Words(IntStream.range(request.address(), request.address() + request.count())
                        .boxed()
                        .toList())
                : new Answer.Written();
    }

    private static byte[] honest(byte[] asked) {
        if (asked[1] == 6 || asked[1] == 16) {
            return RtuFrame.sealed(Arrays.copyOf(asked, 8));
        }
        int count = (asked[4] & 0xFF) << 8 | (asked[5] & 0xFF);
        int address = (asked[2] & 0xFF) << 8 | (asked[3] & 0xFF);
        byte[] answer = Arrays.copyOf(asked, 5 + 2 * count);
        answer[2] = (byte) (2 * count);
        for (int i = 0; i < count; i++) {
            answer[3 + 2 * i] = (byte) ((address + i) >> 8);
            answer[4 + 2 * i] = (byte) (address + i);
        }
        return RtuFrame.sealed(answer);
    }

    /** Also with a check sum that is right for the wrong bytes. */
    private byte[] damaged(byte[] frame) {
        return random.nextInt(6) == 0 ? RtuFrame.sealed(damage.flipped(frame)) : damage.damaged(frame);
    }
}
