package org.wolfgate.drivers.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** The families of Modbus lines as they stand in a configuration. */
class ModbusFamiliesTest {

    /** evcc-io/evcc#31996: one gap and one deadline for every family, not one for each make. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modbus-tcp | {host: 192.0.2.7, port: 1502, library: digitalpetri, deadline: 2 s}",
                "modbus-rtu | {device: /dev/ttyUSB0}",
                "modbus-rtu | {device: /dev/ttyUSB0, baud: 19200, frame: 8E1, echo: true, deadline: 500 ms}",
                "modbus-rtu | {device: /dev/ttyUSB0, gap: 25 ms}",
                "modbus-rtu-tcp | {host: 192.0.2.8, port: 4001}",
                "modbus-tls | {host: meter7, check-name: false}"
            })
    void aLineOfEachFamilyIsReadWithoutProblems(String family, String keys) {
        assertEquals(List.of(), problems(family, keys));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modbus-tcp | {host: h, library: other} | 'other' is no library",
                "modbus-rtu | {baud: 9600} | device",
                "modbus-rtu | {device: /dev/ttyUSB0, frame: 7E1} | '7E1' is no serial frame",
                "modbus-rtu | {device: /dev/ttyUSB0, baud: 5} | 5 is outside 300 to 1000000",
                "modbus-rtu | {device: /dev/ttyUSB0, gap: 6 s} | '6 s' is no gap from 0 ms to 5 s",
                "modbus-rtu-tcp | {port: 4001} | host",
                "modbus-tls | {host: h, trust: /no/such.pem} | '/no/such.pem' cannot be read"
            })
    void whatIsWrongWithALineIsNamed(String family, String keys, String part) {
        List<Problem> problems = problems(family, keys);
        assertTrue(problems.toString().contains(part), problems.toString());
    }

    @Test
    void everyFamilyIsFoundByItsName() {
        assertTrue(DriverProvider.installed()
                .keySet()
                .containsAll(List.of("modbus-tcp", "modbus-rtu", "modbus-rtu-tcp", "modbus-tls")));
    }

    private static List<Problem> problems(String family, String keys) {
        Problems problems = new Problems();
        try (Section section = Yaml.read("site.yaml", keys, problems).orElseThrow()) {
            Objects.requireNonNull(DriverProvider.installed().get(family)).line("l", section, Path.of("none"));
        }
        return problems.list();
    }
}
