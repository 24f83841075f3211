package org.wolfgate.drivers.sunspec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;

/** A SunSpec map laid out register by register. Addresses that were not laid out are refused; writes are kept as they come. */
final class SunSpecImage implements RegisterImage {

    private final Map<Integer, Integer> words = new HashMap<>();
    private int next;
    boolean ignoresWrites;

    /** The marker at a base, and model 1 of the given length behind it. */
    static SunSpecImage at(int base, int commonLength) {
        SunSpecImage image = new SunSpecImage();
        image.put(base, 0x5375, 0x6E53);
        image.next = base + 2;
        return image.model(1, commonLength);
    }

    /** One more model: offset and words of each point, {@code {offset, word, ...}}. Others are not implemented. */
    SunSpecImage model(int id, int length, int[]... points) {
        put(next, id, length);
        IntStream.range(next + 2, next + 2 + length).forEach(at -> put(at, 0xFFFF));
        for (int[] point : points) {
            put(next + point[0], IntStream.of(point).skip(1).toArray());
        }
        next += 2 + length;
        return this;
    }

    SunSpecImage end() {
        put(next, 0xFFFF, 0);
        return this;
    }

    void put(int address, int... values) {
        IntStream.range(0, values.length).forEach(i -> words.put(address + i, values[i] & 0xFFFF));
    }

    int word(int address) {
        return words.getOrDefault(address, -1);
    }

    @Override
    public boolean serves(int unit) {
        return unit == 1;
    }

    @Override
    public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
        boolean known = table == RegisterTable.HOLDING
                && IntStream.range(address, address + count).allMatch(words::containsKey);
        return known
                ? Optional.of(IntStream.range(address, address + count)
                        .mapToObj(words::get)
                        .toList())
                : Optional.empty();
    }

    @Override
    public boolean write(int unit, int address, List<Integer> values) {
        if (!ignoresWrites) {
            put(address, values.stream().mapToInt(Integer::intValue).toArray());
        }
        return true;
    }
}
