package org.wolfgate.bench;

import java.util.ArrayList;
import java.util.List;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.modbus.WireTime;

/** Counts the reads of a line, and what they cost a wire with devices that need no time. */
final class CountingLine implements ModbusLine {

    private final ModbusLine line;
    private final WireTime time;
    private final List<Request> asked = new ArrayList<>();
    private long wireNanos;

    CountingLine(ModbusLine line, WireTime time) {
        this.line = line;
        this.time = time;
    }

    void reset() {
        asked.clear();
        wireNanos = 0;
    }

    int requests() {
        return asked.size();
    }

    /** In the order in which they were asked. */
    List<Request> asked() {
        return List.copyOf(asked);
    }

    long wireNanos() {
        return wireNanos;
    }

    @Override
    public Answer exchange(Request request) {
        asked.add(request);
        wireNanos += time.read(request.count());
        return line.exchange(request);
    }

    @Override
    public WireTime wireTime(int unit) {
        return line.wireTime(unit);
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
