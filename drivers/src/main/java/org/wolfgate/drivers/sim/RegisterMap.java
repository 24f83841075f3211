package org.wolfgate.drivers.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Registers of one moment, filled number by number, most significant word first. */
final class RegisterMap {

    private final Map<Integer, Integer> words = new HashMap<>();
    private final int elsewhere;

    /**
     * An empty map.
     *
     * @param elsewhere what registers show that were not filled
     */
    RegisterMap(int elsewhere) {
        this.elsewhere = elsewhere;
    }

    RegisterMap u16(int address, long value) {
        return put(address, value, 1);
    }

    /** Text, two letters in a register, filled up with NULs. */
    RegisterMap text(int address, int registers, String text) {
        for (int i = 0; i < registers; i++) {
            put(address + i, letter(text, 2 * i) << 8 | letter(text, 2 * i + 1), 1);
        }
        return this;
    }

    private static long letter(String text, int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    RegisterMap u32(int address, long value) {
        return put(address, value, 2);
    }

    RegisterMap s64(int address, long value) {
        return put(address, value, 4);
    }

    RegisterMap f32(int address, float value) {
        return put(address, Float.floatToIntBits(value), 2);
    }

    List<Integer> words(int address, int count) {
        return IntStream.range(address, address + count)
                .mapToObj(at -> words.getOrDefault(at, elsewhere))
                .toList();
    }

    private RegisterMap put(int address, long bits, int count) {
        for (int i = 0; i < count; i++) {
            words.put(address + i, (int) (bits >>> (16 * (count - 1 - i))) & 0xFFFF);
        }
        return this;
    }
}
