package org.wolfgate.drivers.wire;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial port through jSerialComm. Its native close can hang on an adapter that was pulled out
 * (Fazecast/jSerialComm#372), so it closes on a thread of its own that is left behind if it does not come back.
 */
public final class SerialWire implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(SerialWire.class);
    private static final long CLOSE_LIMIT_MILLIS = 2_000;

    /** The kernel counts a blocking read in tenths of a second; what is finer is looked for. */
    private static final int BLOCKING_MILLIS = 100;

    private static final long BLOCKING_NANOS = TimeUnit.MILLISECONDS.toNanos(BLOCKING_MILLIS);
    private static final long LOOK_AGAIN_NANOS = 200_000;
    private static final int CHUNK = 512;

    private final String device;
    private final SerialPort port;
    private final byte[] chunk = new byte[CHUNK];

    private SerialWire(String device, SerialPort port) {
        this.device = device;
        this.port = port;
    }

    /**
     * Opens the port for this process alone.
     *
     * @throws IOException in one line that says what to check first
     */
    public static SerialWire open(SerialSettings settings) throws IOException {
        SerialPort port = find(settings.device());
        port.setComPortParameters(
                settings.baud(),
                8,
                settings.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS,
                parity(settings.parity()));
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, BLOCKING_MILLIS, 0);
        if (!port.openPort(0)) {
            throw new IOException(SerialFaults.opening(settings.device(), port.getLastErrorCode()));
        }
        return new SerialWire(settings.device(), port);
    }

    private static SerialPort find(String device) throws IOException {
        try {
            return SerialPort.getCommPort(device);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException(SerialFaults.opening(device, 2), e);
        }
    }

    private static int parity(Parity parity) {
        return switch (parity) {
            case NONE -> SerialPort.NO_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
        };
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw lost();
        }
    }

    @Override
    public int read(byte[] buffer, int offset, long nanos) throws IOException {
        long end = System.nanoTime() + Math.max(0, nanos);
        while (true) {
            int waiting = port.bytesAvailable();
            if (waiting < 0) {
                throw lost();
            }
            long left = end - System.nanoTime();
            if (waiting > 0 || left >= BLOCKING_NANOS) {
                int count = take(buffer, offset);
                if (count > 0) {
                    return count;
                }
            } else if (left <= 0) {
                return 0;
            } else {
                LockSupport.parkNanos(Math.min(left, LOOK_AGAIN_NANOS));
            }
        }
    }

    /** What is there, or what comes within the blocking time. */
    private int take(byte[] buffer, int offset) throws IOException {
        int count = port.readBytes(chunk, Math.min(chunk.length, buffer.length - offset));
        if (count < 0) {
            throw lost();
        }
        System.arraycopy(chunk, 0, buffer, offset, count);
        return count;
    }

    private IOException lost() {
        return new IOException(SerialFaults.lost(device, port.getLastErrorCode()));
    }

    @Override
    public void close() {
        Thread closer = new Thread(port::closePort, "serial-close-" + device);
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(CLOSE_LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closer.isAlive()) {
            LOG.warn("{}: the port did not close within {} ms and is left behind", device, CLOSE_LIMIT_MILLIS);
        }
    }

    /** The serial ports that this machine shows, by path. */
    public static java.util.List<String> ports() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(SerialPort::getSystemPortPath)
                .sorted()
                .toList();
    }
}
