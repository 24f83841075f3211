package org.wolfgate.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.TcpLine;
import org.wolfgate.peers.Peer;

/** Our TLS line against OpenSSL with pymodbus behind it. */
class PymodbusBehindOpensslTest {

    @Test
    void aDeviceBehindOpensslIsReadAndAConnectionThatWasNoTlsHarmsNothing() throws Exception {
        int plain = Peer.freePort();
        int secured = Peer.freePort();
        try (TestAuthority authority = TestAuthority.make();
                Peer pymodbus = python(plain, "pymodbus_meter.py", Integer.toString(plain));
                Peer openssl = python(
                        secured,
                        "tls_terminator.py",
                        Integer.toString(secured),
                        authority.identityAsPem().toString(),
                        Integer.toString(plain));
                ModbusLine line =
                        TcpLine.tls("lan1", "127.0.0.1", secured, authority.trusting(), LineContract.PATIENT)) {
            Answer answer = line.exchange(LineContract.read(1000, 2));
            assertEquals(new Answer.Words(List.of(0, 60_000)), answer, pymodbus.output() + openssl.output());
            assertEquals(answer, line.exchange(LineContract.read(1000, 2)));
        }
    }

    private static Peer python(int port, String script, String... arguments) throws IOException {
        String path = Objects.requireNonNull(PymodbusBehindOpensslTest.class.getResource("/peers/" + script))
                .getPath();
        List<String> command = new java.util.ArrayList<>(List.of("/usr/bin/python3", path));
        command.addAll(List.of(arguments));
        return Peer.server("python3 and python3-pymodbus", port, command);
    }
}
