package org.wolfgate.agent.bringup;

/**
 * A register's address as people must see it: on the wire, and as manuals print it.
 *
 * @param wire 0 to 65535
 * @param documentOffset what the manual's number is above the wire's: usually 1
 */
public record RegisterAddress(int wire, int documentOffset) {

    /** For a register whose manual nobody named: most manuals count from 1. */
    public static RegisterAddress counted(int wire) {
        return new RegisterAddress(wire, 1);
    }

    /** Both forms, such as {@code 3059 (doc. 3060)}. */
    @Override
    public String toString() {
        return wire + " (doc. " + (wire + documentOffset) + ")";
    }
}
