package org.wolfgate.agent.ledger;

import java.util.Optional;

/**
 * The outcome of walking the whole chain.
 *
 * @param records number of the last sound record; those that have left by their age count as sound
 * @param head the hash of the last sound record
 * @param fault the first record that does not fit; empty when every one does
 */
public record LedgerCheck(long records, String head, Optional<Fault> fault) {

    /**
     * The first record that does not fit.
     *
     * @param seq where the chain breaks
     * @param what one line: what was expected there and what was seen
     */
    public record Fault(long seq, String what) {}

    /** Whether sequence and chain are unbroken. */
    public boolean sound() {
        return fault.isEmpty();
    }
}
