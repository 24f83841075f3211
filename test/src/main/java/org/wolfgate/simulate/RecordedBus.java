package org.wolfgate.simulate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.flight.FlightEntry;
import org.wolfgate.agent.flight.FlightReader;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;

/**
 * A line as a flight recorder heard it: each question gets the answers that it got then, one after the other, and the last
 * one again when there are no more. What was never asked, or never answered, is no address here.
 */
public final class RecordedBus implements RegisterImage {

    private static final int EXCEPTION = 0x80;

    private final Map<Question, Deque<List<Integer>>> answers = new LinkedHashMap<>();
    private final Set<Question> written = new HashSet<>();
    private final Set<Integer> units = new HashSet<>();

    private record Question(int unit, int function, int address, int count) {}

    private RecordedBus() {}

    /**
     * Reads what was recorded of one line.
     *
     * @param place the folder of a ring, or one of its files
     * @throws IOException if it cannot be read
     */
    public static RecordedBus read(Path place, String line) throws IOException {
        RecordedBus bus = new RecordedBus();
        FlightReader.read(place, entry -> bus.take(line, entry));
        return bus;
    }

    /** The lines that a ring tells of, in the order of their first exchange. */
    public static List<String> lines(Path place) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        FlightReader.read(place, entry -> {
            if (entry.kind().equals("bus")) {
                lines.add(entry.body().path("line").asText());
            }
        });
        return List.copyOf(lines);
    }

    private void take(String line, FlightEntry entry) {
        boolean answered = entry.kind().equals("bus")
                && entry.body().path("line").asText().equals(line)
                && entry.body().has("answered");
        if (!answered) {
            return;
        }
        ByteBuffer asked = bytes(entry, "asked");
        ByteBuffer answer = bytes(entry, "answered");
        int unit = asked.get() & 0xFF;
        int function = asked.get() & 0xFF;
        int address = asked.getShort() & 0xFFFF;
        int count = asked.getShort() & 0xFFFF;
        units.add(unit);
        if ((answer.get(1) & EXCEPTION) != 0) {
            return;
        }
        Question question = new Question(unit, function, address, count);
        if (function == 3 || function == 4) {
            answer.position(3);
            List<Integer> words = new ArrayList<>();
            while (answer.hasRemaining()) {
                words.add(answer.getShort() & 0xFFFF);
            }
            answers.computeIfAbsent(question, q -> new ArrayDeque<>()).add(words);
        } else {
            written.add(new Question(unit, 16, address, function == 6 ? 1 : count));
        }
    }

    private static ByteBuffer bytes(FlightEntry entry, String field) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(entry.body().path(field).asText()));
    }

    @Override
    public boolean serves(int unit) {
        return units.contains(unit);
    }

    @Override
    public synchronized Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
        Deque<List<Integer>> left =
                answers.get(new Question(unit, table == RegisterTable.INPUT ? 4 : 3, address, count));
        if (left == null) {
            return Optional.empty();
        }
        return Optional.of(left.size() > 1 ? left.remove() : left.element());
    }

    @Override
    public boolean write(int unit, int address, List<Integer> words) {
        return written.contains(new Question(unit, 16, address, words.size()));
    }
}
