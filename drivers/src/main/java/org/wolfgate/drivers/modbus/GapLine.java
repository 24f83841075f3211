package org.wolfgate.drivers.modbus;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A line that leaves its devices alone for a while between two requests, as slow ones need (evcc-io/evcc#316,
 * OpenEMS/openems#3099). The planner counts the pause as part of a request's price.
 */
public final class GapLine implements LineLayer {

    private final ModbusLine line;
    private final long gap;
    private final LongSupplier nanos;
    private final LongConsumer pause;
    private long free;

    /**
     * Puts a gap on a line.
     *
     * @param gap from the end of one exchange to the next request, 0 or more
     */
    public GapLine(ModbusLine line, Duration gap) {
        this(line, gap, System::nanoTime, LockSupport::parkNanos);
    }

    GapLine(ModbusLine line, Duration gap, LongSupplier nanos, LongConsumer pause) {
        this.line = line;
        this.gap = gap.toNanos();
        this.nanos = nanos;
        this.pause = pause;
        this.free = nanos.getAsLong();
    }

    @Override
    public Answer exchange(Request request) {
        await();
        Answer answer = line.exchange(request);
        free = nanos.getAsLong() + gap;
        return answer;
    }

    @Override
    public Answer probe(Request request, Duration atMost) {
        await();
        Answer answer = line.probe(request, atMost);
        free = nanos.getAsLong() + gap;
        return answer;
    }

    /** An interrupt ends the waiting: then the line is about to be closed. */
    private void await() {
        for (long left = free - nanos.getAsLong();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = free - nanos.getAsLong()) {
            pause.accept(left);
        }
    }

    @Override
    public WireTime wireTime(int unit) {
        WireTime time = line.wireTime(unit);
        return time.withTurnaround(time.turnaround() + gap);
    }

    @Override
    public ModbusLine below() {
        return line;
    }
}
