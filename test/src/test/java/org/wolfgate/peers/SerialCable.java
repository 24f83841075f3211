package org.wolfgate.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two serial ports of this machine joined by a line: pseudo-terminals, held open by a program of their own. */
public final class SerialCable implements AutoCloseable {

    private final Program program;
    private final List<String> ports;

    private SerialCable(Program program) {
        this.program = program;
        program.awaitLine("the two ports", line -> line.startsWith("/dev/pts/"));
        this.ports = List.of(program.lines().get(0).split(" ", -1));
    }

    /** A line on which characters take no time. */
    public static SerialCable quick() {
        return start("serial_line.py", List.of());
    }

    /** A line on which each character of ten bits takes as long as on a real one, each way. */
    public static SerialCable paced(int baud) {
        return start("serial_line.py", List.of(Integer.toString(baud)));
    }

    /**
     * A line to a device that hears us only when our port is set as it is.
     *
     * @param parity N, E or O
     */
    public static SerialCable tuned(int baud, char parity) {
        return start("tuned_line.py", List.of(Integer.toString(baud), Character.toString(parity)));
    }

    private static SerialCable start(String name, List<String> options) {
        String script = Objects.requireNonNull(SerialCable.class.getResource("/peers/" + name))
                .getPath();
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script));
        command.addAll(options);
        return new SerialCable(Program.start(command));
    }

    /** Path of our end. */
    public String near() {
        return ports.get(0);
    }

    /** Path of the device's end. */
    public Path far() {
        return Path.of(ports.get(1));
    }

    /** Pulls the adapter out: both ports vanish. */
    public void unplug() {
        program.close();
    }

    @Override
    public void close() {
        unplug();
    }
}
