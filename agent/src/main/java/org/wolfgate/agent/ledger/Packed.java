package org.wolfgate.agent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * States take the storage's pages over and over, so they are deflated (RFC 1950). Rows that earlier versions wrote are
 * plain text.
 */
final class Packed {

    private Packed() {}

    static byte[] of(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("packing in memory", e);
        }
        return bytes.toByteArray();
    }

    /** The text of a column, packed or plain. */
    static String text(Object column) throws IOException {
        if (!(column instanceof byte[] packed)) {
            return String.valueOf(column);
        }
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(inflater.readAllBytes(), UTF_8);
        }
    }
}
