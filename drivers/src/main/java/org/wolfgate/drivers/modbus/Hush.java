package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.wolfgate.drivers.wire.Wire;

/**
 * The silence to keep before a request: 3.5 characters after the last byte, and after a request without an answer as
 * long as its late answer may still come, if the next one is of its kind.
 */
final class Hush {

    private final WireTime time;
    private final LongSupplier nanos;
    private final Map<Kind, Long> lateUntil = new HashMap<>();
    private long lastByte;

    /** Requests whose answers cannot be told apart. */
    private record Kind(int unit, int function) {

        static Kind of(Request request) {
            return new Kind(request.unit(), request.function());
        }
    }

    Hush(WireTime time, LongSupplier nanos) {
        this.time = time;
        this.nanos = nanos;
        this.lastByte = nanos.getAsLong();
    }

    /** Something was just heard. */
    void heard() {
        lastByte = nanos.getAsLong();
    }

    /** The answer to this request may still come for so long, or for as long as the longest answer lasts. */
    void expectLate(Request request, long howLong) {
        long late = Math.max(howLong, time.longestAnswer().toNanos());
        lateUntil.put(Kind.of(request), nanos.getAsLong() + late);
    }

    /**
     * Listens, and throws away what comes, until this request may be sent.
     *
     * @param scratch room for what comes
     * @param patience for a line that does not become silent
     * @return false if it does not
     */
    boolean await(Wire wire, Request request, byte[] scratch, long patience) throws IOException {
        Long late = lateUntil.remove(Kind.of(request));
        long earliest = late == null ? nanos.getAsLong() : late;
        long end = Math.max(nanos.getAsLong(), earliest) + Math.max(patience, 2 * time.silence());
        while (true) {
            long now = nanos.getAsLong();
            long left = Math.max(lastByte + time.silence(), earliest) - now;
            int count = wire.read(scratch, 0, left);
            if (count > 0) {
                heard();
            }
            if (count == 0 && left <= 0) {
                return true;
            }
            if (nanos.getAsLong() - end > 0) {
                return false;
            }
        }
    }
}
