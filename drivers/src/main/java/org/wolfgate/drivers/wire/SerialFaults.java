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

    private static final String ABSENT =
            "there is no such port; check that the adapter is plugged in, then its name (ls /dev/serial/by-id)";
    private static final String HELD = "another line or program holds the port; find it (fuser -v ";

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
        boolean present = Files.exists(Path.of(device));
        return switch (errno) {
            // For a port that this process holds already, jSerialComm says that there is none.
            case NO_ENTRY -> present ? HELD + device + ") and stop it" : ABSENT;
            case NO_DEVICE, UNPLUGGED -> ABSENT;
            case NO_PERMISSION, ACCESS_DENIED ->
                "no permission; add this user to the group that owns the port (ls -l " + device + "), mostly dialout";
            case TRY_AGAIN, BUSY -> HELD + device + ") and stop it";
            case IO_ERROR -> "the adapter does not respond; unplug it and plug it in again";
            case NO_TERMINAL -> "this is no serial port; check its name";
            default ->
                present
                        ? "the port refused its settings (error " + errno + "); try a baud rate and frame it can do"
                        : ABSENT;
        };
    }

    /** One line for a port that failed while it was open. */
    static String lost(String device, int errno) {
        return device + " was lost" + (errno == 0 ? "" : " (error " + errno + ")")
                + "; check whether the adapter is still plugged in and powered";
    }
}
