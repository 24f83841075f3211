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
        return start(List.of());
    }

    /** A line on which each character of ten bits takes as long as on a real one, each way. */
    public static SerialCable paced(int baud) {
        return start(List.of(Integer.toString(baud)));
    }

    private static SerialCable start(List<String> options) {
        String script = Objects.requireNonNull(SerialCable.class.getResource("/peers/serial_line.py"))
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
