package org.wolfgate.drivers.wire;

/** The check bit of each character on a serial line. */
public enum Parity {
    NONE('N'),
    EVEN('E'),
    ODD('O');

    private final char letter;

    Parity(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
