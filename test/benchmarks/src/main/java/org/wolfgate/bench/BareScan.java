package org.wolfgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.wire.SerialSettings;

/** The same requests by libmodbus in C, scan by scan when told to: what a wire is worth to a program without a product. */
final class BareScan implements AutoCloseable {

    private final Process process;
    private final Writer input;
    private final BufferedReader output;

    BareScan(Path program, SerialSettings port, List<Request> requests) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(program.toString(), port.device(), Integer.toString(port.baud())));
        requests.forEach(request -> command.add(request.address() + ":" + request.count()));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Makes a scan; in ns. */
    long scan() throws IOException {
        input.write("go\n");
        input.flush();
        String line = output.readLine();
        if (line == null) {
            throw new IOException("libmodbus ended");
        }
        return Math.round(Double.parseDouble(line) * 1e6);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
