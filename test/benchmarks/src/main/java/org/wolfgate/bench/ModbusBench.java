package org.wolfgate.bench;

import com.ghgande.j2mod.modbus.ModbusException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code test/bench modbus [PARTS [SECONDS]]}: parts of abcd, and how long c and d are observed (300 and 60 s). */
final class ModbusBench {

    private static final int METERS = 250;

    private final Path home;
    private final String parts;
    private final int seconds;

    ModbusBench(Path home, List<String> arguments) {
        this.home = home;
        this.parts = arguments.isEmpty() ? "abcd" : arguments.get(0);
        this.seconds = arguments.size() < 2 ? 0 : Integer.parseInt(arguments.get(1));
    }

    void run() {
        try {
            if (parts.contains("a")) {
                SerialScan.run(home);
            }
            if (parts.contains("b")) {
                TcpReads.run(home);
            }
            if (parts.contains("c")) {
                ManyMeters.run(METERS, Duration.ofSeconds(seconds == 0 ? 300 : seconds));
            }
            if (parts.contains("d")) {
                DeadDevices.run(home, Duration.ofSeconds(seconds == 0 ? 60 : seconds));
            }
        } catch (IOException | ModbusException e) {
            throw new IllegalStateException("the benchmark broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
