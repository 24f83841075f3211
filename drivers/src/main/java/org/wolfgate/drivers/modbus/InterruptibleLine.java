package org.wolfgate.drivers.modbus;

import java.time.Duration;
import java.util.Map;
import org.wolfgate.drivers.RoundTrips;

/** A line that lets what is urgent go first, before each request. Used by one thread only. */
public final class InterruptibleLine implements ModbusLine {

    private final ModbusLine line;
    private Runnable urgent = () -> {};

    public InterruptibleLine(ModbusLine line) {
        this.line = line;
    }

    /** What to do before each request. It may use this line, and must then not do it again. */
    public void betweenRequests(Runnable what) {
        urgent = what;
    }

    @Override
    public Answer exchange(Request request) {
        urgent.run();
        return line.exchange(request);
    }

    @Override
    public Answer probe(Request request, Duration atMost) {
        urgent.run();
        return line.probe(request, atMost);
    }

    @Override
    public WireTime wireTime(int unit) {
        return line.wireTime(unit);
    }

    @Override
    public Map<Integer, RoundTrips> roundTrips() {
        return line.roundTrips();
    }

    @Override
    public String label() {
        return line.label();
    }

    @Override
    public void close() {
        line.close();
    }
}
