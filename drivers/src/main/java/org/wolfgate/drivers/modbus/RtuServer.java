package org.wolfgate.drivers.modbus;

import java.io.IOException;
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
    private static final long CLOSE_LIMIT_MILLIS = 5_000;

    private final ServedFrames frames;
    private final Thread thread;
    private volatile boolean closed;
    private volatile Fault fault = Fault.NONE;

    RtuServer(Wire wire, WireTime time, String port, RegisterImage image) {
        this.frames = new ServedFrames(wire, time.silence(), image, () -> fault);
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
        frames.serve(() -> closed);
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
