package org.wolfgate.agent.bringup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.modbus.RegisterTable;

/** The registers of one unit that were read, at their addresses. */
public final class RegisterPicture {

    private final Map<Place, Integer> words;

    private record Place(RegisterTable table, int address) {}

    private RegisterPicture(Map<Place, Integer> words) {
        this.words = Map.copyOf(words);
    }

    /** Nothing was read. */
    public static RegisterPicture empty() {
        return new RegisterPicture(Map.of());
    }

    /** This picture with some more registers. */
    public RegisterPicture with(RegisterTable table, int address, List<Integer> read) {
        Map<Place, Integer> more = new HashMap<>(words);
        for (int i = 0; i < read.size(); i++) {
            more.put(new Place(table, address + i), read.get(i));
        }
        return new RegisterPicture(more);
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
