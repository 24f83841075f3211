package org.wolfgate.drivers.modbus;

import java.util.List;

/** One question to one unit. Addresses are those on the wire, from 0. */
public sealed interface Request {

    /** The largest read that the protocol allows (Modbus application protocol 1.1b3, section 6.3). */
    int MOST_WORDS_READ = 125;

    /** The largest write that the protocol allows (section 6.12). */
    int MOST_WORDS_WRITTEN = 123;

    /** 0 to 255; on a serial line 1 to 247. */
    int unit();

    /** The Modbus function code. */
    int function();

    /** The first register. */
    int address();

    /** How many registers, or inputs. */
    int count();

    /** How many bytes of values the answer carries; none if it only acknowledges. */
    default int answerBytes() {
        return 0;
    }

    /**
     * Reads registers.
     *
     * @param count 1 to 125
     */
    record Read(int unit, RegisterTable table, int address, int count) implements Request {

        public Read {
            check(unit, address, count, MOST_WORDS_READ);
        }

        @Override
        public int function() {
            return table.function();
        }

        @Override
        public int answerBytes() {
            return 2 * count;
        }
    }

    /** Reads one discrete input, with function 2. Its answer is one word, 1 or 0. */
    record ReadInput(int unit, int address) implements Request {

        public ReadInput {
            check(unit, address, 1, 1);
        }

        @Override
        public int function() {
            return 2;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public int answerBytes() {
            return 1;
        }
    }

    /**
     * Writes holding registers in one frame, with function 16.
     *
     * @param words 1 to 123 values of 0 to 65535
     */
    record WriteMany(int unit, int address, List<Integer> words) implements Request {

        public WriteMany {
            words = List.copyOf(words);
            check(unit, address, words.size(), MOST_WORDS_WRITTEN);
            words.forEach(Request::checkWord);
        }

        @Override
        public int function() {
            return 16;
        }

        @Override
        public int count() {
            return words.size();
        }
    }

    /**
     * Writes one holding register, with function 6.
     *
     * @param word 0 to 65535
     */
    record WriteOne(int unit, int address, int word) implements Request {

        public WriteOne {
            check(unit, address, 1, 1);
            checkWord(word);
        }

        @Override
        public int function() {
            return 6;
        }

        @Override
        public int count() {
            return 1;
        }
    }

    private static void check(int unit, int address, int count, int most) {
        if (unit < 0 || unit > 255) {
            throw new IllegalArgumentException("unit " + unit + " is outside 0 to 255");
        }
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(count + " registers in one request; the protocol allows 1 to " + most);
        }
        if (address < 0 || address + count > 65_536) {
            throw new IllegalArgumentException("registers " + address + " and up are outside 0 to 65535");
        }
    }

    private static void checkWord(int word) {
        if (word < 0 || word > 0xFFFF) {
            throw new IllegalArgumentException(word + " does not fit a register (0 to 65535)");
        }
    }
}
