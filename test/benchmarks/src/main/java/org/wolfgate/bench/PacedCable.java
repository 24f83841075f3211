package org.wolfgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.wolfgate.drivers.wire.SerialSettings;

/** Two serial ports joined by a line on which each character of ten bits takes its time. */
final class PacedCable implements AutoCloseable {

    private final Process process;
    private final int baud;
    private final List<String> ports;

    PacedCable(Path home, int baud) throws IOException {
        this.baud = baud;
        Path script = home.resolve("test/src/test/resources/peers/serial_line.py");
        this.process = new ProcessBuilder("python3", script.toString(), Integer.toString(baud))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null) {
            throw new IOException("python3 " + script + " printed no ports");
        }
        this.ports = List.of(line.split(" ", -1));
    }

    SerialSettings near() {
        return SerialSettings.of(ports.get(0), baud, "8N1");
    }

    SerialSettings far() {
        return SerialSettings.of(ports.get(1), baud, "8N1");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
