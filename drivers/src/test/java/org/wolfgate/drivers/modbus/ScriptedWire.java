package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.wolfgate.drivers.wire.Wire;

/** A wire in memory with a clock of its own: waiting costs no time. What was written is answered by a function at once. */
final class ScriptedWire implements Wire {

    private final Function<byte[], byte[]> device;
    private final Deque<Byte> coming = new ArrayDeque<>();
    private long now;
    int opened;
    boolean gone;

    ScriptedWire(Function<byte[], byte[]> device) {
        this.device = device;
    }

    Wire open() throws IOException {
        if (gone) {
            throw new IOException("the port is gone");
        }
        opened++;
        return this;
    }

    long nanos() {
        return now;
    }

    /** Bytes that nobody asked for. */
    void arrive(byte[] bytes) {
        for (byte one : bytes) {
            coming.add(one);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (gone) {
            throw new IOException("the port is gone");
        }
        arrive(device.apply(bytes));
    }

    @Override
    public int read(byte[] buffer, int offset, long nanos) throws IOException {
        if (gone) {
            throw new IOException("the port is gone");
        }
        if (coming.isEmpty()) {
            now += Math.max(0, nanos);
            return 0;
        }
        now += 100_000;
        int count = 0;
        while (!coming.isEmpty() && count < 7 && offset + count < buffer.length) {
            buffer[offset + count++] = coming.remove();
        }
        return count;
    }

    @Override
    public void close() {
        coming.clear();
    }
}
