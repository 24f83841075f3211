package org.wolfgate.drivers.modbus;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a served device answers to the function code and data of a request. Pure: bytes in, bytes out. */
final class ServedPdu {

    private static final int ILLEGAL_FUNCTION = 1;
    private static final int ILLEGAL_ADDRESS = 2;
    private static final int ILLEGAL_VALUE = 3;
    /** The largest read that the protocol allows (Modbus application protocol 1.1b3, section 6.2). */
    private static final int MOST_INPUTS_READ = 2000;

    private static final int TARGET_DID_NOT_RESPOND = 11;

    private ServedPdu() {}

    /**
     * The answer's function code and data; every malformed request gets an exception.
     *
     * @param pdu function code and data, at least one byte
     */
    static byte[] answer(int unit, byte[] pdu, RegisterImage image) {
        int function = pdu[0] & 0xFF;
        if (!image.serves(unit)) {
            return exception(function, TARGET_DID_NOT_RESPOND);
        }
        return switch (function) {
            case 2 -> readInputs(unit, pdu, image);
            case 3 -> read(unit, RegisterTable.HOLDING, pdu, image);
            case 4 -> read(unit, RegisterTable.INPUT, pdu, image);
            case 6 -> writeOne(unit, pdu, image);
            case 16 -> writeMany(unit, pdu, image);
            default -> exception(function, ILLEGAL_FUNCTION);
        };
    }

    static byte[] exception(int function, int code) {
        return new byte[] {(byte) (function | 0x80), (byte) code};
    }

    private static byte[] read(int unit, RegisterTable table, byte[] pdu, RegisterImage image) {
        int count = pdu.length == 5 ? word(pdu, 3) : 0;
        if (count < 1 || count > Request.MOST_WORDS_READ) {
            return exception(table.function(), ILLEGAL_VALUE);
        }
        Optional<List<Integer>> words = inRange(pdu, count)
                ? image.read(unit, table, word(pdu, 1), count).filter(all -> all.size() == count)
                : Optional.empty();
        return words.map(all -> words(table.function(), all))
                .orElseGet(() -> exception(table.function(), ILLEGAL_ADDRESS));
    }

    private static byte[] readInputs(int unit, byte[] pdu, RegisterImage image) {
        int count = pdu.length == 5 ? word(pdu, 3) : 0;
        if (count < 1 || count > MOST_INPUTS_READ) {
            return exception(2, ILLEGAL_VALUE);
        }
        Optional<List<Boolean>> inputs = inRange(pdu, count)
                ? image.inputs(unit, word(pdu, 1), count).filter(all -> all.size() == count)
                : Optional.empty();
        return inputs.map(ServedPdu::bits).orElseGet(() -> exception(2, ILLEGAL_ADDRESS));
    }

    /** The first input is the lowest bit of the first byte. */
    private static byte[] bits(List<Boolean> inputs) {
        byte[] answer = new byte[2 + (inputs.size() + 7) / 8];
        answer[0] = 2;
        answer[1] = (byte) (answer.length - 2);
        for (int i = 0; i < inputs.size(); i++) {
            answer[2 + i / 8] |= (byte) (inputs.get(i) ? 1 << i % 8 : 0);
        }
        return answer;
    }

    private static byte[] words(int function, List<Integer> words) {
        ByteBuffer answer = ByteBuffer.allocate(2 + 2 * words.size());
        answer.put((byte) function).put((byte) (2 * words.size()));
        words.forEach(word -> answer.putShort(word.shortValue()));
        return answer.array();
    }

    private static byte[] writeOne(int unit, byte[] pdu, RegisterImage image) {
        if (pdu.length != 5) {
            return exception(6, ILLEGAL_VALUE);
        }
        return image.write(unit, word(pdu, 1), List.of(word(pdu, 3))) ? pdu : exception(6, ILLEGAL_ADDRESS);
    }

    private static byte[] writeMany(int unit, byte[] pdu, RegisterImage image) {
        int count = pdu.length >= 8 ? word(pdu, 3) : 0;
        boolean wellFormed = count >= 1
                && count <= Request.MOST_WORDS_WRITTEN
                && (pdu[5] & 0xFF) == 2 * count
                && pdu.length == 6 + 2 * count;
        if (!wellFormed) {
            return exception(16, ILLEGAL_VALUE);
        }
        List<Integer> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word(pdu, 6 + 2 * i));
        }
        boolean written = inRange(pdu, count) && image.write(unit, word(pdu, 1), words);
        return written ? java.util.Arrays.copyOf(pdu, 5) : exception(16, ILLEGAL_ADDRESS);
    }

    private static boolean inRange(byte[] pdu, int count) {
        return word(pdu, 1) + count <= 65_536;
    }

    private static int word(byte[] bytes, int index) {
        return (bytes[index] & 0xFF) << 8 | (bytes[index + 1] & 0xFF);
    }
}
