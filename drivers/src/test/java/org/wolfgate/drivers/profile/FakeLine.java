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
    final List<Request.Read> reads = new ArrayList<>();
    boolean deaf;
    boolean silent;

    void put(int address, int... words) {
        IntStream.range(0, words.length).forEach(i -> registers.put(address + i, words[i]));
    }

    @Override
    public Answer exchange(Request request) {
        if (request instanceof Request.Read read) {
            reads.add(read);
            if (silent) {
                return new Answer.Failed("no answer within 1000 ms");
            }
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
