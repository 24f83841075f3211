package org.wolfgate.drivers.wire;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a serial port that cannot be opened means, and what to check first. */
final class SerialFaults {

    private static final int NO_PERMISSION = 1;
    private static final int NO_ENTRY = 2;
    private static final int IO_ERROR = 5;
    private static final int NO_DEVICE = 6;
    private static final int TRY_AGAIN = 11;
    private static final int ACCESS_DENIED = 13;
    private static final int BUSY = 16;
    private static final int UNPLUGGED = 19;
    private static final int NO_TERMINAL = 25;

    private SerialFaults() {}

    /**
     * One line for a port that did not open.
     *
     * @param errno Linux error number
     */
    static String opening(String device, int errno) {
        return "cannot open " + device + ": " + cause(device, errno);
    }

    private static String cause(String device, int errno) {
        return switch (errno) {
            case NO_ENTRY, NO_DEVICE, UNPLUGGED ->
                "there is no such port; check that the adapter is plugged in, then its name (ls /dev/serial/by-id)";
            case NO_PERMISSION, ACCESS_DENIED ->
                "no permission; add this user to the group that owns the port (ls -l " + device + "), mostly dialout";
            case TRY_AGAIN, BUSY -> "another program holds the port; find it (fuser -v " + device + ") and stop it";
            case IO_ERROR -> "the adapter does not respond; unplug it and plug it in again";
            case NO_TERMINAL -> "this is no serial port; check its name";
            default -> missing(device) + " (error " + errno + ")";
        };
    }

    private static String missing(String device) {
        return Files.exists(Path.of(device))
                ? "the port refused its settings; try another baud rate or frame that the adapter can do"
                : "there is no such port; check that the adapter is plugged in, then its name";
    }

    /** One line for a port that failed while it was open. */
    static String lost(String device, int errno) {
        return device + " was lost" + (errno == 0 ? "" : " (error " + errno + ")")
                + "; check whether the adapter is still plugged in and powered";
    }
}
