package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.wolfgate.drivers.wire.SerialSettings;
import org.wolfgate.drivers.wire.SerialWire;
import org.wolfgate.drivers.wire.Wire;

/**
 * Modbus RTU over a serial port, or through a serial server that passes its frames over TCP. j2mod's messages are used,
 * its serial transport is not: it keeps no silence between frames up to 19200 baud, sleeps 1.7 times the transmission,
 * and times each byte instead of the answer.
 *
 * <p>Answers carry no number, so a late one looks like the answer to the next request of its kind. After a timeout the
 * unit is therefore not asked the same again until as long again has passed and the line is silent (goburrow/modbus#64,
 * pymodbus-dev/pymodbus#2636). Bytes that nobody asked for are thrown away before each request.
 */
public final class RtuLine implements ModbusLine {

    private static final Duration WITHOUT_GOOD_ANSWER = Duration.ofSeconds(30);

    private final String label;
    private final Wire.Opener opener;
    private final Medium medium;
    private final Duration deadline;
    private final LongSupplier nanos;
    private final Hush hush;
    private final byte[] buffer = new byte[2 * RtuFrame.LONGEST];
    private @Nullable Wire wire;
    private long lastGood;

    /**
     * What lies between the line and its devices.
     *
     * @param time of characters and silences
     * @param advice what to check when nothing answers, from the wire upward
     * @param echo whether each request is heard before its answer
     * @param rebuilt whether any doubt ends the connection; a serial port needs no rebuilding, only silence
     */
    record Medium(WireTime time, String advice, boolean echo, boolean rebuilt) {

        static Medium serial(SerialSettings port) {
            String advice = "check power and A/B wires, then baud rate and parity (" + port.baud() + " " + port.frame()
                    + "), then the unit id";
            return new Medium(WireTime.serial(port.baud(), port.bitsPerCharacter()), advice, port.echo(), false);
        }

        /** The serial side is the serial server's; 9600 baud is the slowest that is common. */
        static Medium overTcp() {
            String advice =
                    "check the serial server's baud rate and mode (transparent, not Modbus TCP), then the unit id";
            return new Medium(WireTime.serial(9600, 10), advice, false, true);
        }
    }

    RtuLine(String label, Wire.Opener opener, Medium medium, Duration deadline, LongSupplier nanos) {
        this.label = label;
        this.opener = opener;
        this.medium = medium;
        this.deadline = Deadlines.checked(label, deadline);
        this.nanos = nanos;
        this.hush = new Hush(medium.time(), nanos);
        this.lastGood = nanos.getAsLong();
    }

    /**
     * Over a serial port, which is opened when first used.
     *
     * @param deadline for each whole answer; 1 ms to 1 min
     */
    public static RtuLine serial(String name, SerialSettings port, Duration deadline) {
        String label = name + " (" + port + ")";
        return new RtuLine(label, () -> SerialWire.open(port), Medium.serial(port), deadline, System::nanoTime);
    }

    /**
     * RTU frames over TCP, as serial servers in transparent mode pass them.
     *
     * @param deadline for connecting, and again for each whole answer; 1 ms to 1 min
     */
    public static RtuLine overTcp(String name, String host, int port, Duration deadline) {
        String label = name + " (RTU over " + host + ":" + port + ")";
        return new RtuLine(
                label, () -> SocketWire.open(host, port, deadline), Medium.overTcp(), deadline, System::nanoTime);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public WireTime wireTime(int unit) {
        return medium.time();
    }

    @Override
    public Answer exchange(Request request) {
        return probe(request, deadline);
    }

    @Override
    public Answer probe(Request request, Duration atMost) {
        long limit = Deadlines.shorter(deadline, atMost).toNanos();
        try {
            Wire open = opened();
            if (!hush.await(open, request, buffer, limit)) {
                return doubted(new Answer.Failed("bytes keep coming although nobody was asked;"
                        + " check for a second master on the line, then for a missing bias resistor"));
            }
            return transact(open, request, limit);
        } catch (IOException | RuntimeException e) {
            drop();
            return new Answer.Failed(Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
        }
    }

    private Answer transact(Wire open, Request request, long limit) throws IOException {
        byte[] asked = RtuFrame.of(request);
        open.write(asked);
        long end = nanos.getAsLong() + limit;
        int early = 0;
        if (medium.echo()) {
            int heard = hear(open, asked.length, end);
            if (heard < asked.length || !Arrays.equals(asked, 0, asked.length, buffer, 0, asked.length)) {
                hush.expectLate(request, deadline.toNanos());
                return doubted(Refusals.noEcho(heard));
            }
            early = heard - asked.length;
            System.arraycopy(buffer, asked.length, buffer, 0, early);
        }
        int count = receive(open, request, early, end);
        byte[] received = Arrays.copyOf(buffer, count);
        hush.heard();
        return judged(request, received, limit);
    }

    /** Reads until the answer is whole, is seen to be foreign, or the time is over. */
    private int receive(Wire open, Request request, int early, long end) throws IOException {
        int count = early;
        while (count < RtuFrame.expectedLength(buffer, count, request)) {
            long left =
                    RtuFrame.isForeign(buffer, count, request) ? medium.time().silence() : end - nanos.getAsLong();
            int more = left <= 0 || count >= RtuFrame.LONGEST ? 0 : open.read(buffer, count, left);
            if (more == 0) {
                return count;
            }
            count += more;
        }
        return count;
    }

    /** Reads at least so many bytes, fewer only if the time is over. */
    private int hear(Wire open, int wanted, long end) throws IOException {
        int count = 0;
        while (count < wanted) {
            int more = open.read(buffer, count, end - nanos.getAsLong());
            if (more == 0) {
                return count;
            }
            count += more;
        }
        return count;
    }

    private Answer judged(Request request, byte[] received, long limit) {
        if (received.length == 0) {
            hush.expectLate(request, deadline.toNanos());
            return doubted(Refusals.silent(limit, medium.advice()));
        }
        Optional<Answer.Failed> doubt = doubt(request, received, limit);
        if (doubt.isPresent()) {
            hush.expectLate(request, medium.time().longestAnswer().toNanos());
            return doubted(doubt.get());
        }
        lastGood = nanos.getAsLong();
        return RtuFrame.answer(frame(request, received));
    }

    private Optional<Answer.Failed> doubt(Request request, byte[] received, long limit) {
        if (RtuFrame.isForeign(received, received.length, request)) {
            return Optional.of(Refusals.untrusted(Refusals.foreign(received, request), received, medium.advice()));
        }
        int expected = RtuFrame.expectedLength(received, received.length, request);
        return received.length < expected
                ? Optional.of(Refusals.cut(received, expected, limit))
                : RtuFrame.check(frame(request, received), request)
                        .map(fault -> Refusals.untrusted(fault, received, medium.advice()));
    }

    /** The answer without noise behind it. */
    private static byte[] frame(Request request, byte[] received) {
        return Arrays.copyOf(received, RtuFrame.expectedLength(received, received.length, request));
    }

    private Answer doubted(Answer failed) {
        boolean unwell = nanos.getAsLong() - lastGood > WITHOUT_GOOD_ANSWER.toNanos();
        if (medium.rebuilt() || unwell) {
            drop();
            lastGood = nanos.getAsLong();
        }
        return failed;
    }

    private Wire opened() throws IOException {
        if (wire == null) {
            wire = opener.open();
            hush.heard();
        }
        return wire;
    }

    private void drop() {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }

    @Override
    public void close() {
        drop();
    }
}
