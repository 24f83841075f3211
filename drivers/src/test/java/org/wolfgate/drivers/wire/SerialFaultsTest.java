package org.wolfgate.drivers.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a serial port fails to open is one line that says what to check first. */
class SerialFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "/dev/none, 2, the adapter is plugged in",
        "/dev/none, 19, the adapter is plugged in",
        "/dev/null, 2, another line or program holds the port",
        "/dev/null, 11, another line or program holds the port",
        "/dev/null, 16, fuser -v /dev/null",
        "/dev/null, 13, mostly dialout",
        "/dev/null, 25, no serial port",
        "/dev/null, 5, unplug it and plug it in again",
        "/dev/null, 22, refused its settings"
    })
    void theErrorOfTheSystemBecomesAdvice(String device, int errno, String advice) {
        String message = SerialFaults.opening(device, errno);
        assertTrue(message.startsWith("cannot open " + device + ": "), message);
        assertTrue(message.contains(advice), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aLineIsAsLongAsItsFrameSays() {
        assertEquals(10, SerialSettings.of("/dev/ttyS0", 9600, "8N1").bitsPerCharacter());
        assertEquals(11, SerialSettings.of("/dev/ttyS0", 9600, "8E1").bitsPerCharacter());
        assertEquals(12, SerialSettings.of("/dev/ttyS0", 9600, "8O2").bitsPerCharacter());
        assertEquals("8O2", SerialSettings.of("/dev/ttyS0", 9600, "8O2").frame());
    }
}
