package org.wolfgate.drivers.modbus;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.wolfgate.drivers.BusTap;

/** A line that lets somebody listen. */
public final class TappedLine implements LineLayer {

    private static final int EXCEPTION_FLAG = 0x80;

    /** Unit, function and first register. */
    private static final int HEAD = 4;

    private final ModbusLine line;
    private volatile Optional<BusTap> tap = Optional.empty();

    public TappedLine(ModbusLine line) {
        this.line = line;
    }

    /** From the next exchange on. May be called from any thread. */
    public void tap(BusTap listener) {
        tap = Optional.of(listener);
    }

    @Override
    public Answer exchange(Request request) {
        return heard(request, line.exchange(request));
    }

    @Override
    public Answer probe(Request request, Duration atMost) {
        return heard(request, line.probe(request, atMost));
    }

    private Answer heard(Request request, Answer answer) {
        tap.ifPresent(listener -> listener.exchanged(
                asked(request), answered(request, answer), answer instanceof Answer.Failed no ? no.reason() : ""));
        return answer;
    }

    private static byte[] asked(Request request) {
        if (request instanceof Request.WriteMany write) {
            ByteBuffer bytes = ByteBuffer.allocate(HEAD + 3 + 2 * write.count());
            head(bytes, request).putShort((short) write.count()).put((byte) (2 * write.count()));
            write.words().forEach(word -> bytes.putShort(word.shortValue()));
            return bytes.array();
        }
        return six(request);
    }

    private static byte[] answered(Request request, Answer answer) {
        if (answer instanceof Answer.Words read) {
            ByteBuffer bytes = ByteBuffer.allocate(3 + request.answerBytes());
            bytes.put((byte) request.unit()).put((byte) request.function());
            bytes.put((byte) request.answerBytes());
            if (request instanceof Request.ReadInput) {
                return bytes.put(read.words().get(0).byteValue()).array();
            }
            read.words().forEach(word -> bytes.putShort(word.shortValue()));
            return bytes.array();
        }
        if (answer instanceof Answer.Refused refused) {
            return new byte[] {
                (byte) request.unit(), (byte) (request.function() | EXCEPTION_FLAG), (byte) refused.code()
            };
        }
        return answer instanceof Answer.Written ? six(request) : new byte[0];
    }

    /** A read's question, a write's answer, and a single write's both. */
    private static byte[] six(Request request) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + 2);
        int last = request instanceof Request.WriteOne write ? write.word() : request.count();
        head(bytes, request).putShort((short) last);
        return bytes.array();
    }

    private static ByteBuffer head(ByteBuffer bytes, Request request) {
        return bytes.put((byte) request.unit()).put((byte) request.function()).putShort((short) request.address());
    }

    @Override
    public ModbusLine below() {
        return line;
    }
}
