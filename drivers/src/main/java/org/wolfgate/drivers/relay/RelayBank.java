package org.wolfgate.drivers.relay;

import java.util.Optional;
import org.wolfgate.drivers.Reading;

/** Some relay outputs, and the feedback contacts that were wired. Used by one thread only; never throws. */
public interface RelayBank extends AutoCloseable {

    /**
     * Energises a coil, or not. What was set is a command; only a feedback contact tells what became of it.
     *
     * @return why it could not be done; empty if it was
     */
    Optional<String> set(RelayOutput output, boolean energised);

    /**
     * Whether the relay behind a feedback contact is energised.
     *
     * @param input name of a feedback contact
     */
    Reading<Boolean> feedback(String input);

    /** Brings every output to its state at stop, and lets go of the lines. */
    @Override
    void close();
}
