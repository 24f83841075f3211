package org.wolfgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.wolfgate.drivers.wire.SerialSettings;

/**
 * A serial bus in a process of its own, paced like a wire, with devices that need no time. It asks the kernel for real-time
 * priority, since a wire and its devices do not wait for a busy controller.
 */
final class PacedBus implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final SerialSettings port;
    private final String pace;

    /**
     * What the bus itself saw.
     *
     * @param late mean delay of its last bytes, in ms: lost by the bus, not by who reads
     * @param hasty requests that came sooner than 3.5 characters after the last byte
     */
    record Account(long answered, double late, int hasty) {}

    PacedBus(Path home, int baud, int units) throws IOException {
        Path script = home.resolve("test/benchmarks/paced_bus.py");
        this.process = new ProcessBuilder("python3", script.toString(), Integer.toString(baud), Integer.toString(units))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.output = process.inputReader(StandardCharsets.UTF_8);
        List<String> line = words();
        this.port = SerialSettings.of(line.get(0), baud, "8N1");
        this.pace = line.get(1);
    }

    private List<String> words() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the paced bus ended");
        }
        return List.of(line.split(" ", -1));
    }

    /** The controller's end. */
    SerialSettings port() {
        return port;
    }

    /** {@code real-time} or {@code time-shared}. */
    String pace() {
        return pace;
    }

    /** Ends the bus. */
    Account account() throws IOException {
        process.getOutputStream().close();
        List<String> line = words();
        return new Account(Long.parseLong(line.get(0)), Double.parseDouble(line.get(1)), Integer.parseInt(line.get(2)));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
