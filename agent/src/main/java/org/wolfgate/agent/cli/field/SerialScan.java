package org.wolfgate.agent.cli.field;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.bringup.SerialGuess;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.wire.SerialSettings;
import org.wolfgate.drivers.wire.SerialWire;

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
     * @throws IOException in one line that says what to check, if the port does not open: no setting would help
     */
    List<Found> scan(String port) throws IOException {
        SerialWire.open(SerialSettings.of(port.substring("rtu:".length()), 9600, "8N1"))
                .close();
        for (SerialGuess guess : SerialGuess.inOrder()) {
            String address = port + ":" + guess;
            out.println("  trying " + guess);
            out.flush();
            List<Found> found = new ArrayList<>();
            try (ModbusLine line = FieldLine.open(address, deadline)) {
                units.forEach(unit -> ask(line, address, unit).ifPresent(found::add));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Bytes that are no answer tell that somebody is there with other settings, so they are shown. */
    private Optional<Found> ask(ModbusLine line, String address, int unit) {
        Device.Presence presence = new Device(line, unit).presence();
        if (presence.there()) {
            return Optional.of(new Found(address, unit, presence.seen()));
        }
        if (!presence.seen().startsWith("no answer")) {
            out.println("    unit " + unit + ": " + presence.seen());
        }
        return Optional.empty();
    }
}
