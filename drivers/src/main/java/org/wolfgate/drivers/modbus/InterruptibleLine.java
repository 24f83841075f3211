package org.wolfgate.drivers.modbus;

import java.time.Duration;

/** A line that lets what is urgent go first, before each request. Used by one thread only. */
public final class InterruptibleLine implements LineLayer {

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
    public ModbusLine below() {
        return line;
    }
}
