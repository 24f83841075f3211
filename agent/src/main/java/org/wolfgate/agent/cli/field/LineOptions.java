package org.wolfgate.agent.cli.field;

import java.nio.file.Path;
import java.time.Duration;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.profile.Profiles;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which device: the line, the unit on it, and where a site keeps its own profiles. */
final class LineOptions {

    @Parameters(
            index = "0",
            paramLabel = "LINE",
            description =
                    "tcp:HOST[:PORT], rtu:DEVICE[:BAUD[:FRAME]], rtu+tcp:HOST:PORT or" + " tls:HOST[:PORT[:CA-FILE]]")
    private String address = "";

    @Option(names = "--unit", paramLabel = "ID", defaultValue = "1", description = "unit id, 0 to 255 (default: 1)")
    private int unit = 1;

    @Mixin
    private DeadlineOption deadline = new DeadlineOption(1000);

    @Mixin
    private SiteOption site = new SiteOption();

    ModbusLine open() {
        if (unit < 0 || unit > 255) {
            throw new IllegalArgumentException("--unit " + unit + " is outside 0 to 255");
        }
        return FieldLine.open(address, deadline());
    }

    Duration deadline() {
        return deadline.get();
    }

    String address() {
        return address;
    }

    int unit() {
        return unit;
    }

    Path site() {
        return site.folder();
    }

    Profiles profiles() {
        return site.profiles();
    }

    /** As every report about a device begins. */
    String label() {
        return address + " unit " + unit;
    }
}
