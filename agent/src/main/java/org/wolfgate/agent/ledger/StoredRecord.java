package org.wolfgate.agent.ledger;

import java.time.Instant;

/**
 * A record as the ledger holds it.
 *
 * @param seq its place: 1, 2, 3 ... without a gap, never reused
 * @param boot the run of the agent that wrote it
 * @param record the fact
 * @param hash 64 hex digits: SHA-256 over the hash of the record before and this record, see {@link Chain}
 */
public record StoredRecord(long seq, String boot, LedgerRecord record, String hash) {

    /** The agent's time when it became true, to the millisecond. */
    public Instant at() {
        return record.at();
    }
}
