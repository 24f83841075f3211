package org.wolfgate.lines;

import java.time.Duration;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Request;

/** A rude device, and the way to it. */
interface Place extends AutoCloseable {

    int MOST_FAILURES = 3;

    /** A fresh line to the device. */
    ModbusLine line(Duration deadline);

    RudeDevice device();

    @Override
    void close();

    /** The answer after at most three failures. */
    static Answer recovered(ModbusLine line, Request request) {
        Answer answer = line.exchange(request);
        for (int failures = 1; failures < MOST_FAILURES && answer instanceof Answer.Failed; failures++) {
            answer = line.exchange(request);
        }
        return answer;
    }
}
