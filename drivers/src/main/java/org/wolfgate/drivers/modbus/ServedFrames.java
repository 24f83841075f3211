package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.drivers.wire.Wire;

/** RTU frames on a wire, answered for the units of an image until the wire is gone. What is no frame is not answered. */
final class ServedFrames {

    private static final Logger LOG = LoggerFactory.getLogger(ServedFrames.class);
    private static final long LOOK_FOR_END_NANOS = 200_000_000;
    private static final long BROKEN_FRAME_NANOS = 100_000_000;
    private static final int BROADCAST = 0;
    private static final int SHORTEST = 4;

    private final Wire wire;
    private final long silence;
    private final RegisterImage image;
    private final Supplier<Fault> fault;
    private final byte[] buffer = new byte[2 * RtuFrame.LONGEST];

    /**
     * Frames on an open wire.
     *
     * @param silence in ns, before each answer
     * @param fault how to misbehave at this moment
     */
    ServedFrames(Wire wire, long silence, RegisterImage image, Supplier<Fault> fault) {
        this.wire = wire;
        this.silence = silence;
        this.image = image;
        this.fault = fault;
    }

    /** Serves until closed or the wire is gone, and closes it. */
    void serve(BooleanSupplier closed) {
        try (wire) {
            int count = 0;
            while (!closed.getAsBoolean()) {
                int more = wire.read(buffer, count, count == 0 ? LOOK_FOR_END_NANOS : BROKEN_FRAME_NANOS);
                boolean whole = more > 0 && count + more >= requestLength(count + more);
                boolean over = (count > 0 && more == 0) || count + more > RtuFrame.LONGEST;
                count += more;
                if (whole || over) {
                    answer(Arrays.copyOf(buffer, count));
                    count = 0;
                }
            }
        } catch (IOException e) {
            LOG.debug("{}: {}", Thread.currentThread().getName(), e.toString());
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: fault in the simulated device", Thread.currentThread().getName(), e);
        }
    }

    /** How long the request will be; more than any if its first bytes do not tell. */
    private int requestLength(int count) {
        int function = count > 1 ? buffer[1] & 0xFF : 0;
        return switch (function) {
            case 1, 2, 3, 4, 5, 6 -> 8;
            case 15, 16 -> count > 6 ? 9 + (buffer[6] & 0xFF) : Integer.MAX_VALUE;
            default -> Integer.MAX_VALUE;
        };
    }

    private void answer(byte[] frame) throws IOException {
        int unit = frame[0] & 0xFF;
        boolean sound = frame.length >= SHORTEST && Arrays.equals(RtuFrame.sealed(frame.clone()), frame);
        if (!sound || (unit != BROADCAST && !image.serves(unit))) {
            return;
        }
        Fault now = fault.get();
        byte[] pdu = now.answer(unit, Arrays.copyOfRange(frame, 1, frame.length - 2), image);
        if (unit == BROADCAST || wire.read(buffer, 0, silence) > 0) {
            return;
        }
        byte[] answer = new byte[1 + pdu.length + 2];
        answer[0] = (byte) now.unit(unit);
        System.arraycopy(pdu, 0, answer, 1, pdu.length);
        send(now, RtuFrame.sealed(answer));
    }

    private void send(Fault how, byte[] answer) throws IOException {
        switch (how.kind()) {
            case SILENT, CLOSE -> LOG.trace("as if nobody were there");
            case TRICKLE -> {
                for (byte one : answer) {
                    pause(how);
                    wire.write(new byte[] {one});
                }
            }
            default -> {
                pause(how);
                wire.write(how.kind() == Fault.Kind.NOISE ? how.damaged(answer) : answer);
            }
        }
    }

    private static void pause(Fault how) {
        long end = System.nanoTime() + how.delay().toNanos();
        for (long left = how.delay().toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
