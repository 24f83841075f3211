package org.wolfgate.drivers.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Request;

/** A line with one obedient device: registers that were never written hold 0. */
final class FakeLine implements ModbusLine {

    final Map<Integer, Integer> registers = new HashMap<>();
    final List<Request> writes = new ArrayList<>();
    boolean deaf;

    @Override
    public Answer exchange(Request request) {
        if (request instanceof Request.Read read) {
            return new Answer.Words(IntStream.range(read.address(), read.address() + read.count())
                    .mapToObj(address -> registers.getOrDefault(address, 0))
                    .toList());
        }
        writes.add(request);
        if (!deaf && request instanceof Request.WriteOne one) {
            registers.put(one.address(), one.word());
        }
        if (!deaf && request instanceof Request.WriteMany many) {
            IntStream.range(0, many.count())
                    .forEach(i -> registers.put(many.address() + i, many.words().get(i)));
        }
        return new Answer.Written();
    }

    @Override
    public String label() {
        return "fake";
    }

    @Override
    public void close() {}
}
