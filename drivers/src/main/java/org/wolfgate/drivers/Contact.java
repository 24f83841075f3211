package org.wolfgate.drivers;

/** A contact that a device reports, such as a breaker's auxiliary contact. Used by the thread of its bus only. */
@FunctionalInterface
public interface Contact {

    /** Asks the device once: true while the contact is closed. Blocks like {@link Meter#read}; never throws. */
    Reading<Boolean> read();
}
