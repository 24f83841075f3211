package org.wolfgate.lines;

import java.nio.ByteBuffer;

/** A request as a device received it. */
final class Asked {

    private final int transaction;
    private final int unit;
    private final byte[] pdu;

    /**
     * @param transaction 0 where the framing has none
     * @param pdu function code and data
     */
    Asked(int transaction, int unit, byte[] pdu) {
        this.transaction = transaction;
        this.unit = unit;
        this.pdu = pdu;
    }

    int transaction() {
        return transaction;
    }

    int unit() {
        return unit;
    }

    byte[] pdu() {
        return pdu;
    }

    int function() {
        return pdu[0] & 0xFF;
    }

    int address() {
        return ByteBuffer.wrap(pdu).getShort(1) & 0xFFFF;
    }

    int count() {
        return ByteBuffer.wrap(pdu).getShort(3) & 0xFFFF;
    }

    /** The honest answer of a device in which register n holds n and every second input is set. */
    byte[] honest() {
        if (function() == 2) {
            return new byte[] {2, 1, (byte) (address() & 1)};
        }
        return function() == 6 || function() == 16 ? java.util.Arrays.copyOf(pdu, 5) : words(address(), count());
    }

    /** An answer with so many registers, the first holding its number. */
    byte[] words(int first, int count) {
        ByteBuffer answer = ByteBuffer.allocate(2 + 2 * count).put(pdu[0]).put((byte) (2 * count));
        for (int i = 0; i < count; i++) {
            answer.putShort((short) (first + i));
        }
        return answer.array();
    }

    byte[] exception(int code) {
        return new byte[] {(byte) (pdu[0] | 0x80), (byte) code};
    }
}
