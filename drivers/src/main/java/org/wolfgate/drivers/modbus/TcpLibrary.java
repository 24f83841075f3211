package org.wolfgate.drivers.modbus;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The library below a Modbus TCP line. Both keep the same rules; a site changes it if one misbehaves there. */
public enum TcpLibrary {
    /** Part of the agent. */
    J2MOD,
    /** com.digitalpetri.modbus with Netty, about 3 MB, to be put on the class path by who wants it. */
    DIGITALPETRI;

    /**
     * The library by its name in configurations.
     *
     * @throws IllegalArgumentException if there is none, or it is not on the class path
     */
    public static TcpLibrary parse(String text) {
        TcpLibrary library = Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + text + "' is no library: write j2mod or digitalpetri"));
        if (library == DIGITALPETRI && !isThere()) {
            throw new IllegalArgumentException("com.digitalpetri.modbus is not on the class path;"
                    + " add modbus-tcp 2.1.4 with what it needs, or write j2mod");
        }
        return library;
    }

    private static boolean isThere() {
        try {
            Class.forName(
                    "com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport",
                    false,
                    TcpLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    ModbusLine open(String name, String host, int port, Duration deadline) {
        return this == J2MOD ? new TcpLine(name, host, port, deadline) : new NettyLine(name, host, port, deadline);
    }
}
