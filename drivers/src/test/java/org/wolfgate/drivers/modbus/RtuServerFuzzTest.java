package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.wire.Wire;

/** The devices' end of a serial line hears damaged requests: nothing is written, and the next sound one is answered. */
class RtuServerFuzzTest {

    private final int cases = FuzzRun.cases(20_000);
    private final Random random = FuzzRun.random();
    private final Damage damage = new Damage(random);
    private int written;
    private int refused;
    private int served;

    @Test
    void damagedRequestsMoveNothingAndTheServerGoesOnAnswering() {
        RtuServer server = new RtuServer(new Feed(), WireTime.serial(19_200, 10), "fuzz", new Counting());
        server.serve();
        assertEquals(2 * cases, served, "an exception ended the server");
        FuzzRun.seen(
                "RTU server", cases, refused + " requests without answer, none carried out, every sound one answered");
    }

    /** Gives the server a damaged request, a pause, a sound one, and looks at what it answers to that. */
    private final class Feed implements Wire {
        private int number = -1;
        private byte[] now = new byte[0];
        private int given;
        private boolean quiet = true;
        private boolean answered = true;

        @Override
        public int read(byte[] buffer, int offset, long nanos) throws IOException {
            if (given == now.length && !quiet) {
                quiet = true;
                return 0;
            }
            if (given == now.length) {
                next();
            }
            int count = Math.min(1 + random.nextInt(9), Math.min(now.length - given, buffer.length - offset));
            System.arraycopy(now, given, buffer, offset, count);
            given += count;
            return count;
        }

        private void next() throws IOException {
            refused += answered ? 0 : 1;
            if (number % 2 == 1) {
                assertEquals(true, answered, "seed " + FuzzRun.SEED + ", case " + number / 2);
            }
            number++;
            served = number;
            if (number == 2 * cases) {
                throw new IOException("that was all");
            }
            byte[] sound = RtuFrame.of(new Request.Read(1, RegisterTable.HOLDING, number % 9_000, 3));
            now = number % 2 == 1 ? sound : damagedWrite();
            given = 0;
            quiet = now.length == 0;
            answered = false;
        }

        /** A write that is no longer sound, or nothing. */
        private byte[] damagedWrite() {
            byte[] bytes = damage.damaged(RtuFrame.of(new Request.WriteMany(1, number % 9_000, List.of(7, 8))));
            boolean sound = bytes.length > 3 && Arrays.equals(RtuFrame.sealed(bytes.clone()), bytes);
            return sound ? new byte[0] : bytes;
        }

        @Override
        public void write(byte[] bytes) {
            answered = true;
            assertEquals(0, written, "seed " + FuzzRun.SEED + ", case " + number / 2);
            if (number % 2 == 1) {
                int first = number % 9_000;
                byte[] honest = {
                    1, 3, 6, hi(first), lo(first), hi(first + 1), lo(first + 1), hi(first + 2), lo(first + 2), 0, 0
                };
                assertArrayEquals(RtuFrame.sealed(honest), bytes, "seed " + FuzzRun.SEED + ", case " + number / 2);
            }
        }

        private static byte hi(int word) {
            return (byte) (word >> 8);
        }

        private static byte lo(int word) {
            return (byte) word;
        }

        @Override
        public void close() {}
    }

    /** Register n holds n. */
    private final class Counting implements RegisterImage {
        @Override
        public boolean serves(int unit) {
            return unit == 1;
        }

        @Override
        public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
            return Optional.of(IntStream.range(address, address + count).boxed().toList());
        }

        @Override
        public boolean write(int unit, int address, List<Integer> words) {
            written++;
            return true;
        }
    }
}
