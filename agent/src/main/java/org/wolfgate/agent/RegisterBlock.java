package org.wolfgate.agent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Registers of one moment, filled in once and then only read. What is not known has the pattern of SunSpec for its type. */
final class RegisterBlock {

    /** Not available, as 16 bits without sign. */
    static final int NOT_AVAILABLE_16 = 0xFFFF;

    /** Not available, as 32 bits with sign; also what does not fit into them. */
    static final int NOT_AVAILABLE_32 = 0x8000_0000;

    private final int[] words;

    /** So many registers, all zero. */
    RegisterBlock(int count) {
        words = new int[count];
    }

    /** One register, without sign; larger numbers stand at the largest that can be told from "not available". */
    void unsigned(int address, long value) {
        words[address] = (int) Math.max(0, Math.min(value, NOT_AVAILABLE_16 - 1));
    }

    void notAvailable16(int address) {
        words[address] = NOT_AVAILABLE_16;
    }

    /** Two registers with sign, high word first. */
    void signed(int address, OptionalLong value) {
        long fitting = value.isPresent() && Math.abs(value.getAsLong()) <= Integer.MAX_VALUE
                ? value.getAsLong()
                : NOT_AVAILABLE_32;
        pair(address, fitting);
    }

    /** Two registers without sign, high word first; all ones if it is not available. */
    void unsignedPair(int address, OptionalLong value) {
        pair(address, value.orElse(0xFFFF_FFFFL));
    }

    /** Text in ASCII, two characters a register, cut to fit, filled up with zeros; other characters become {@code ?}. */
    void text(int address, int registers, String text) {
        byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 2 * registers);
        for (int i = 0; i < registers; i++) {
            words[address + i] = ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF);
        }
    }

    /** Some of the registers; empty if not all of them are there. */
    Optional<List<Integer>> read(int address, int count) {
        return address + count > words.length
                ? Optional.empty()
                : Optional.of(
                        Arrays.stream(words, address, address + count).boxed().toList());
    }

    private void pair(int address, long value) {
        words[address] = (int) (value >>> 16) & 0xFFFF;
        words[address + 1] = (int) value & 0xFFFF;
    }
}
