package org.wolfgate.agent.bringup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.RegisterTable;

/** The registers of one unit that were read, at their addresses. */
public final class RegisterPicture {

    private final Map<Place, Integer> words;
    private final Map<Point, List<Integer>> alone;

    private record Place(RegisterTable table, int address) {}

    private RegisterPicture(Map<Place, Integer> words, Map<Point, List<Integer>> alone) {
        this.words = Map.copyOf(words);
        this.alone = Map.copyOf(alone);
    }

    /** Nothing was read. */
    public static RegisterPicture empty() {
        return new RegisterPicture(Map.of(), Map.of());
    }

    /** This picture with some more registers. */
    public RegisterPicture with(RegisterTable table, int address, List<Integer> read) {
        Map<Place, Integer> more = new HashMap<>(words);
        for (int i = 0; i < read.size(); i++) {
            more.put(new Place(table, address + i), read.get(i));
        }
        return new RegisterPicture(more, alone);
    }

    /** This picture with a point that was read by itself. */
    public RegisterPicture withAlone(Point point, List<Integer> read) {
        Map<Point, List<Integer>> more = new HashMap<>(alone);
        more.put(point, List.copyOf(read));
        return new RegisterPicture(words, more);
    }

    /** The registers of a point that was read by itself. */
    public Optional<List<Integer>> alone(Point point) {
        return Optional.ofNullable(alone.get(point));
    }

    /** Registers one after another; empty unless all of them were read. */
    public Optional<List<Integer>> words(RegisterTable table, int address, int count) {
        List<Integer> found = new ArrayList<>();
        for (int at = address; at < address + count; at++) {
            Integer word = words.get(new Place(table, at));
            if (word == null) {
                return Optional.empty();
            }
            found.add(word);
        }
        return Optional.of(List.copyOf(found));
    }
}
