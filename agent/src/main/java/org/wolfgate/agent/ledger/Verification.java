package org.wolfgate.agent.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Follows the chain from the first record to the last, and stops at the first that does not fit. */
final class Verification {

    private Verification() {}

    /**
     * Walks every record.
     *
     * @param anchor what the first one follows
     * @param pages the records after a sequence number, some at a time; an empty list ends the walk
     */
    static LedgerCheck walk(Anchor anchor, LongFunction<List<StoredRecord>> pages) {
        long seq = anchor.seq();
        String head = anchor.hash();
        for (List<StoredRecord> page = pages.apply(seq); !page.isEmpty(); page = pages.apply(seq)) {
            for (StoredRecord stored : page) {
                Optional<LedgerCheck.Fault> fault = fault(seq + 1, head, stored);
                if (fault.isPresent()) {
                    return new LedgerCheck(seq, head, fault);
                }
                seq = stored.seq();
                head = stored.hash();
            }
        }
        return new LedgerCheck(seq, head, Optional.empty());
    }

    private static Optional<LedgerCheck.Fault> fault(long expected, String before, StoredRecord stored) {
        if (stored.seq() != expected) {
            return Optional.of(new LedgerCheck.Fault(
                    expected, "record " + expected + " is missing; the next one there is " + stored.seq()));
        }
        if (!Chain.next(before, expected, stored.boot(), stored.record()).equals(stored.hash())) {
            return Optional.of(new LedgerCheck.Fault(
                    expected, "record " + expected + " does not match its hash: it, or the one before, was altered"));
        }
        if (stored.record().kind().equals(Heads.KIND) && !stored.record().body().contains(before)) {
            return Optional.of(new LedgerCheck.Fault(
                    expected, "record " + expected + " signs another chain: it does not name the hash before it"));
        }
        return Optional.empty();
    }
}
