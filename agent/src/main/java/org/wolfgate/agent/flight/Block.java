package org.wolfgate.agent.flight;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Some entries as they stand in a file: magic, packed length, length, check sum of what is packed, and the packed bytes. A
 * block that was torn off or damaged is recognised and passed over; the next one is found by its magic.
 */
final class Block {

    static final int HEADER = 16;

    /** No block is longer unpacked; what claims to be is damaged. */
    static final int LONGEST = 64 << 20;

    private static final int MAGIC = 0x57464231;

    private Block() {}

    static ByteBuffer pack(byte[] text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(text);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream(text.length / 4 + 64);
        byte[] piece = new byte[8192];
        while (!deflater.finished()) {
            packed.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        byte[] bytes = packed.toByteArray();
        ByteBuffer block = ByteBuffer.allocate(HEADER + bytes.length);
        return block.putInt(MAGIC)
                .putInt(bytes.length)
                .putInt(text.length)
                .putInt(checkSum(bytes))
                .put(bytes)
                .flip();
    }

    /** The text of the block that begins at the buffer's position, which is then behind it; empty if there is none. */
    static Optional<byte[]> unpack(ByteBuffer file) {
        int start = file.position();
        if (file.remaining() < HEADER || file.getInt() != MAGIC) {
            file.position(start);
            return Optional.empty();
        }
        int packed = file.getInt();
        int length = file.getInt();
        int sum = file.getInt();
        if (packed < 0 || packed > file.remaining() || length < 0 || length > LONGEST) {
            file.position(start);
            return Optional.empty();
        }
        byte[] bytes = new byte[packed];
        file.get(bytes);
        Optional<byte[]> text = checkSum(bytes) == sum ? inflate(bytes, length) : Optional.empty();
        if (text.isEmpty()) {
            file.position(start);
        }
        return text;
    }

    private static Optional<byte[]> inflate(byte[] packed, int length) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] text = new byte[length];
            int done = 0;
            while (done < length && !inflater.finished()) {
                int more = inflater.inflate(text, done, length - done);
                if (more == 0) {
                    break;
                }
                done += more;
            }
            return done == length ? Optional.of(text) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static int checkSum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
