package org.wolfgate.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wolfgate.drivers.wire.SerialSettings;

class LineAddressTest {

    @Test
    void eachKindOfLineIsReadFromOneText() {
        assertEquals(new LineAddress.Tcp("192.0.2.7", 502), LineAddress.parse("tcp:192.0.2.7"));
        assertEquals(new LineAddress.Tcp("meter.example", 1502), LineAddress.parse("tcp:meter.example:1502"));
        assertEquals(new LineAddress.Tcp("2001:db8::7", 503), LineAddress.parse("tcp:[2001:db8::7]:503"));
        assertEquals(new LineAddress.RtuOverTcp("192.0.2.8", 4001), LineAddress.parse("rtu+tcp:192.0.2.8:4001"));
        assertEquals(new LineAddress.Tls("m7", 802, TlsFiles.NONE), LineAddress.parse("tls:m7"));
        assertEquals(
                new LineAddress.Tls("m7", 8802, TlsFiles.trusting(Path.of("/etc/ca.pem"))),
                LineAddress.parse("tls:m7:8802:/etc/ca.pem"));
        assertEquals(serial("/dev/ttyUSB0", 9600, "8N1"), LineAddress.parse("rtu:/dev/ttyUSB0"));
        assertEquals(serial("/dev/ttyAMA0", 19_200, "8E1"), LineAddress.parse("rtu:/dev/ttyAMA0:19200:8E1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.0.2.7",
                "udp:192.0.2.7",
                "tcp:",
                "tcp:h:0",
                "tcp:h:65536",
                "tcp:h:502:extra",
                "rtu+tcp:h",
                "rtu:",
                "rtu:/dev/ttyUSB0:9600:7N1",
                "rtu:/dev/ttyUSB0:9600:8X1",
                "rtu:/dev/ttyUSB0:5",
                "tcp:[::1"
            })
    void whatIsNoLineIsAnsweredWithWhatToWrite(String text) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> LineAddress.parse(text))
                .getMessage());
        assertTrue(message.matches("(?s).*(write|is 1 to 65535|mostly use).*"), message);
    }

    @Test
    void aLineFromATextDoesNotConnectUntilItIsAsked() {
        try (MeasuredLine line = Lines.parse("rtu:/dev/no-such-port:9600:8N1")) {
            assertEquals("line (/dev/no-such-port 9600 8N1)", line.label());
            assertTrue(line.roundTrips().isEmpty(), line.roundTrips().toString());
        }
    }

    private static LineAddress serial(String device, int baud, String frame) {
        return new LineAddress.Rtu(SerialSettings.of(device, baud, frame));
    }
}
