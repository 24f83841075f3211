package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.drivers.wire.SerialSettings;
import org.wolfgate.drivers.wire.SerialWire;
import org.wolfgate.drivers.wire.Wire;

/**
 * Modbus RTU devices on a serial port as others see them, for simulated equipment. Units that the image does not serve
 * are silent, as on a real bus; what is no frame is not answered.
 */
public final class RtuServer implements DeviceServer {

    private static final Logger LOG = LoggerFactory.getLogger(RtuServer.class);
    private static final long LOOK_FOR_END_NANOS = 200_000_000;
    private static final long BROKEN_FRAME_NANOS = 100_000_000;
    private static final int BROADCAST = 0;
    private static final int SHORTEST = 4;
    private static final long CLOSE_LIMIT_MILLIS = 5_000;

    private final Wire wire;
    private final long silence;
    private final RegisterImage image;
    private final Thread thread;
    private final byte[] buffer = new byte[2 * RtuFrame.LONGEST];
    private volatile boolean closed;
    private volatile Fault fault = Fault.NONE;

    RtuServer(Wire wire, WireTime time, String port, RegisterImage image) {
        this.wire = wire;
        this.silence = time.silence();
        this.image = image;
        this.thread = new Thread(this::serve, "rtu-server-" + port);
        thread.setDaemon(true);
    }

    /**
     * Starts serving.
     *
     * @throws IOException in one line that says what to check, if the port does not open
     */
    public static RtuServer start(SerialSettings port, RegisterImage image) throws IOException {
        WireTime time = WireTime.serial(port.baud(), port.bitsPerCharacter());
        RtuServer server = new RtuServer(SerialWire.open(port), time, port.device(), image);
        server.thread.start();
        return server;
    }

    /** Serves until closed or the wire is gone. */
    void serve() {
        try (wire) {
            int count = 0;
            while (!closed) {
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
            LOG.debug("{}: {}", thread.getName(), e.toString());
        } catch (RuntimeException e) {
            LOG.error("{}: fault in the simulated device", thread.getName(), e);
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
        Fault now = fault;
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
            case SILENT, CLOSE -> LOG.trace("{}: as if nobody were there", thread.getName());
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

    @Override
    public void misbehave(Fault how) {
        fault = how;
    }

    @Override
    public void cutConnections() {
        LOG.debug("{}: a serial line has no connection to cut", thread.getName());
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSE_LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
