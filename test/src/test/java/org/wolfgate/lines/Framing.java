package org.wolfgate.lines;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The two ways in which Modbus wraps what is asked and answered; written anew, so that it can disagree with the lines. */
enum Framing {
    /** Modbus TCP: a header of transaction, protocol, length and unit. */
    MBAP {
        @Override
        Asked read(DataInputStream in) throws IOException {
            int transaction = in.readUnsignedShort();
            in.readUnsignedShort();
            byte[] rest = new byte[in.readUnsignedShort()];
            in.readFully(rest);
            return new Asked(transaction, rest[0] & 0xFF, Arrays.copyOfRange(rest, 1, rest.length));
        }

        @Override
        byte[] frame(int transaction, int unit, byte[] pdu) {
            ByteBuffer frame = ByteBuffer.allocate(7 + pdu.length).putShort((short) transaction);
            return frame.putShort((short) 0)
                    .putShort((short) (1 + pdu.length))
                    .put((byte) unit)
                    .put(pdu)
                    .array();
        }
    },

    /** Modbus RTU: unit before, check sum after. */
    RTU {
        @Override
        Asked read(DataInputStream in) throws IOException {
            byte[] head = new byte[7];
            in.readFully(head);
            int more = head[1] == 16 ? (head[6] & 0xFF) + 2 : 1;
            byte[] frame = Arrays.copyOf(head, head.length + more);
            in.readFully(frame, head.length, more);
            if (!Arrays.equals(frame, frame(0, frame[0] & 0xFF, Arrays.copyOfRange(frame, 1, frame.length - 2)))) {
                throw new IOException("a request with a wrong check sum: " + Arrays.toString(frame));
            }
            return new Asked(0, frame[0] & 0xFF, Arrays.copyOfRange(frame, 1, frame.length - 2));
        }

        @Override
        byte[] frame(int transaction, int unit, byte[] pdu) {
            byte[] frame = new byte[1 + pdu.length + 2];
            frame[0] = (byte) unit;
            System.arraycopy(pdu, 0, frame, 1, pdu.length);
            int sum = checkSum(frame, frame.length - 2);
            frame[frame.length - 2] = (byte) sum;
            frame[frame.length - 1] = (byte) (sum >> 8);
            return frame;
        }
    };

    /** Waits for the next request. */
    abstract Asked read(DataInputStream in) throws IOException;

    abstract byte[] frame(int transaction, int unit, byte[] pdu);

    byte[] honest(Asked asked) {
        return frame(asked.transaction(), asked.unit(), asked.honest());
    }

    /** Modbus over serial line 1.02, section 6.2.2, bit by bit. */
    private static int checkSum(byte[] bytes, int count) {
        int sum = 0xFFFF;
        for (int i = 0; i < count; i++) {
            sum ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) == 0 ? sum >> 1 : sum >> 1 ^ 0xA001;
            }
        }
        return sum;
    }
}
