package org.wolfgate.demo;

import java.nio.file.Path;
import java.util.Optional;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** The ISO's own measurement of system frequency, read by Modbus from the transformer's meter. */
final class GridFrequency implements AutoCloseable {

    private static final String METER = "iso";

    private final Bus bus;

    GridFrequency(int port, Path profiles) {
        String keys = """
                line: {host: 127.0.0.1, port: %d}
                meter: {profile: schneider-pm5500}
                """.formatted(port);
        Problems problems = new Problems();
        Section root = Yaml.read(METER, keys, problems).orElseThrow();
        DriverProvider modbus = Optional.ofNullable(DriverProvider.installed().get("modbus-tcp"))
                .orElseThrow(() -> new IllegalStateException("the driver family modbus-tcp is not on the class path"));
        bus = modbus.line(METER, root.section("line"), profiles)
                .withMeter(METER, root.section("meter"))
                .open();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the ISO's frequency meter: " + problems.list());
        }
    }

    Optional<Frequency> read() {
        return bus.meter(METER).read().frequency().value();
    }

    @Override
    public void close() {
        bus.close();
    }
}
