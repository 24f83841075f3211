package org.wolfgate.drivers.modbus;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client of a {@link ModbusServer}, served until it goes away or sends what is no Modbus TCP. */
final class ServedConnection {

    /** Where a frame says which protocol it is of; 0 is Modbus. */
    private static final int PROTOCOL = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ServedConnection.class);
    private static final int LONGEST_PDU = 253;

    /** A client that is silent for so long is gone; its place is for others. */
    private static final int IDLE_MILLIS = 600_000;

    private final Socket socket;
    private final RegisterImage image;
    private final Supplier<Fault> fault;

    ServedConnection(Socket socket, RegisterImage image, Supplier<Fault> fault) {
        this.socket = socket;
        this.image = image;
        this.fault = fault;
    }

    void serve() {
        try (Socket open = socket) {
            open.setTcpNoDelay(true);
            open.setSoTimeout(IDLE_MILLIS);
            DataInputStream in = new DataInputStream(open.getInputStream());
            while (serveOne(in, open.getOutputStream())) {
                LOG.trace("answered {}", open);
            }
        } catch (IOException e) {
            LOG.debug("client {} went away: {}", socket, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("fault in the device behind {}; its client is cut off", socket, e);
        }
    }

    /** Serves one request; false when the connection is to be closed. */
    private boolean serveOne(DataInputStream in, OutputStream out) throws IOException, InterruptedException {
        int transaction = in.readUnsignedShort();
        int protocol = in.readUnsignedShort();
        int length = in.readUnsignedShort();
        if (protocol != 0 || length < 2 || length > LONGEST_PDU + 1) {
            return false;
        }
        int unit = in.readUnsignedByte();
        byte[] pdu = new byte[length - 1];
        in.readFully(pdu);
        Fault now = fault.get();
        return send(now, transaction, now.unit(unit), now.answer(unit, pdu, image), out);
    }

    private static boolean send(Fault fault, int transaction, int unit, byte[] pdu, OutputStream out)
            throws IOException, InterruptedException {
        switch (fault.kind()) {
            case CLOSE -> {
                return false;
            }
            case SILENT -> {
                return true;
            }
            case LATE -> Thread.sleep(fault.delay().toMillis());
            case TRICKLE -> {
                for (byte one : frame(transaction, unit, pdu)) {
                    Thread.sleep(fault.delay().toMillis());
                    out.write(one);
                }
                return true;
            }
            default -> LOG.trace("no delay");
        }
        byte[] frame = frame(transaction, unit, pdu);
        out.write(fault.kind() == Fault.Kind.NOISE ? strange(frame) : frame);
        return true;
    }

    /** TCP has a checksum, so that no cable changes a value on it; what is left of noise is a frame of no protocol. */
    private static byte[] strange(byte[] frame) {
        byte[] strange = frame.clone();
        strange[PROTOCOL] = (byte) ThreadLocalRandom.current().nextInt(1, 256);
        return strange;
    }

    private static byte[] frame(int transaction, int unit, byte[] pdu) {
        ByteBuffer frame = ByteBuffer.allocate(7 + pdu.length);
        frame.putShort((short) transaction).putShort((short) 0).putShort((short) (pdu.length + 1));
        return frame.put((byte) unit).put(pdu).array();
    }
}
