package org.wolfgate.agent.cli.field;

import java.nio.file.Path;
import java.time.Duration;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.profile.Profiles;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which device: the line, the unit on it, and where a site keeps its own profiles. */
final class LineOptions {

    @Parameters(
            index = "0",
            paramLabel = "LINE",
            description = "tcp:HOST[:PORT], rtu:DEVICE[:BAUD[:FRAME]] or rtu+tcp:HOST:PORT")
    private String address = "";

    @Option(names = "--unit", paramLabel = "ID", defaultValue = "1", description = "unit id, 0 to 255 (default: 1)")
    private int unit = 1;

    @Option(
            names = "--deadline",
            paramLabel = "MS",
            defaultValue = "1000",
            description = "for each answer, in ms (default: 1000)")
    private int deadline = 1000;

    @Option(
            names = "--site",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "folder with the site's own meters/ and plants/ (default: here)")
    private Path site = Path.of(".");

    ModbusLine open() {
        if (unit < 0 || unit > 255) {
            throw new IllegalArgumentException("--unit " + unit + " is outside 0 to 255");
        }
        return FieldLine.open(address, deadline());
    }

    Duration deadline() {
        if (deadline < 1 || deadline > 60_000) {
            throw new IllegalArgumentException("--deadline " + deadline + " is outside 1 to 60000 ms");
        }
        return Duration.ofMillis(deadline);
    }

    String address() {
        return address;
    }

    int unit() {
        return unit;
    }

    Path site() {
        return site;
    }

    Profiles profiles() {
        return new Profiles(site);
    }

    /** As every report about a device begins. */
    String label() {
        return address + " unit " + unit;
    }
}
