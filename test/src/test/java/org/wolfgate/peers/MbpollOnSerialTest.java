package org.wolfgate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.RtuServer;
import org.wolfgate.drivers.wire.SerialSettings;

/** A simulated device on a serial line as libmodbus sees it, through mbpoll. */
class MbpollOnSerialTest {

    private static final Pattern VALUE = Pattern.compile("(?m)^\\[\\d+\\]:\\s+(\\d+)");
    private static final int BAUD = 19_200;

    private final Map<Integer, Integer> written = new ConcurrentHashMap<>();

    @Test
    void aSimulatedDeviceIsReadAndWrittenAndOutlivesGarbage() throws Exception {
        try (SerialCable cable = SerialCable.quick()) {
            RtuServer server = RtuServer.start(SerialSettings.of(cable.near(), BAUD, "8N1"), new Numbered());
            try {
                assertEquals(List.of("100", "101", "102"), mbpoll(cable, List.of("-r", "100", "-c", "3"), List.of()));
                mbpoll(cable, List.of("-r", "40"), List.of("7", "65535"));
                assertEquals(Map.of(40, 7, 41, 65_535), written);
                garbage(cable);
                assertEquals(List.of("7", "65535"), mbpoll(cable, List.of("-r", "40", "-c", "2"), List.of()));
                AssertionError silent = assertThrows(
                        AssertionError.class, () -> mbpoll(cable, List.of("-a", "9", "-r", "1"), List.of()));
                assertTrue(String.valueOf(silent.getMessage()).contains("timed out"), silent.toString());
            } finally {
                server.close();
            }
        }
    }

    /** Noise that could be the start of a request is forgotten after a pause, which mbpoll's own start gives. */
    private static void garbage(SerialCable cable) throws IOException {
        byte[] noise = new byte[300];
        new Random(20_261_122L).nextBytes(noise);
        try (FileOutputStream out = new FileOutputStream(cable.far().toFile())) {
            out.write(noise);
        }
    }

    private static List<String> mbpoll(SerialCable cable, List<String> options, List<String> values)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "mbpoll", "-m", "rtu", "-b", Integer.toString(BAUD), "-P", "none", "-0", "-1", "-q", "-o", "3"));
        command.addAll(options);
        command.add(cable.far().toString());
        command.addAll(values);
        return VALUE.matcher(Peer.run("mbpoll", command))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Register n holds n until it is written; unit 1 only. */
    private final class Numbered implements RegisterImage {

        @Override
        public boolean serves(int unit) {
            return unit == 1;
        }

        @Override
        public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
            return Optional.of(IntStream.range(address, address + count)
                    .mapToObj(register -> written.getOrDefault(register, register))
                    .toList());
        }

        @Override
        public boolean write(int unit, int address, List<Integer> words) {
            IntStream.range(0, words.size()).forEach(i -> written.put(address + i, words.get(i)));
            return true;
        }
    }
}
