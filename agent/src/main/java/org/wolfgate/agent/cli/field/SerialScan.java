package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.bringup.SerialGuess;
import org.wolfgate.drivers.modbus.ModbusLine;

/** Sweeps a serial line: settings in the order of how common they are, and unit ids within each. */
final class SerialScan {

    private final List<Integer> units;
    private final Duration deadline;
    private final PrintWriter out;

    SerialScan(List<Integer> units, Duration deadline, PrintWriter out) {
        this.units = units;
        this.deadline = deadline;
        this.out = out;
    }

    /**
     * A unit that answered.
     *
     * @param address of the line with its settings, ready to be typed
     */
    record Found(String address, int unit, String seen) {}

    /**
     * Stops at the first settings under which somebody answers, since one bus has one setting.
     *
     * @param port such as {@code rtu:/dev/ttyUSB0}
     */
    List<Found> scan(String port) {
        String why = "";
        for (SerialGuess guess : SerialGuess.inOrder()) {
            String address = port + ":" + guess;
            out.println("  trying " + guess);
            out.flush();
            List<Found> found = new ArrayList<>();
            try (ModbusLine line = FieldLine.open(address, deadline)) {
                for (int unit : units) {
                    Device.Presence presence = new Device(line, unit).presence();
                    if (presence.there()) {
                        found.add(new Found(address, unit, presence.seen()));
                    }
                    why = presence.seen();
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        out.println("  last seen: " + why);
        return List.of();
    }
}
