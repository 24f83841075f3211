package org.wolfgate.drivers.modbus;

import java.time.Duration;
import org.wolfgate.drivers.wire.SerialSettings;

/** Where a line leads to, as a technician types it. {@link #parse} reads it, {@link #open} makes the line. */
public sealed interface LineAddress {

    /** Modbus TCP. */
    record Tcp(String host, int port, TcpLibrary library) implements LineAddress {

        /** With the library that the agent brings. */
        public Tcp(String host, int port) {
            this(host, port, TcpLibrary.J2MOD);
        }
    }

    /** Modbus RTU on a serial port. */
    record Rtu(SerialSettings port) implements LineAddress {}

    /** RTU frames over TCP, through a serial server in transparent mode. */
    record RtuOverTcp(String host, int port) implements LineAddress {}

    /** Modbus TCP inside TLS. */
    record Tls(String host, int port, TlsFiles files) implements LineAddress {}

    /**
     * Reads {@code tcp:HOST[:PORT]} (port 502), {@code rtu:DEVICE[:BAUD[:FRAME]]} (9600 8N1), {@code rtu+tcp:HOST:PORT} or
     * {@code tls:HOST[:PORT[:CA-FILE]]} (port 802). An IPv6 address stands in brackets.
     *
     * @throws IllegalArgumentException saying what is wrong and what to write
     */
    static LineAddress parse(String text) {
        return LineAddressText.parse(text);
    }

    /**
     * The line, which connects when first used. Its round trips are measured.
     *
     * @param name for messages
     * @param deadline for each whole answer, 1 ms to 1 min
     */
    default MeasuredLine open(String name, Duration deadline) {
        return new MeasuredLine(bare(name, deadline), deadline, Duration.ZERO);
    }

    /**
     * The same with a pause between two requests.
     *
     * @param gap 0 or more
     */
    default ModbusLine open(String name, Duration deadline, Duration gap) {
        MeasuredLine measured = new MeasuredLine(bare(name, deadline), deadline, gap);
        return gap.isZero() ? measured : new GapLine(measured, gap);
    }

    private ModbusLine bare(String name, Duration deadline) {
        if (this instanceof Rtu rtu) {
            return RtuLine.serial(name, rtu.port(), deadline);
        }
        if (this instanceof RtuOverTcp rtu) {
            return RtuLine.overTcp(name, rtu.host(), rtu.port(), deadline);
        }
        if (this instanceof Tls tls) {
            return TcpLine.tls(name, tls.host(), tls.port(), tls.files(), deadline);
        }
        Tcp tcp = (Tcp) this;
        return tcp.library().open(name, tcp.host(), tcp.port(), deadline);
    }
}
