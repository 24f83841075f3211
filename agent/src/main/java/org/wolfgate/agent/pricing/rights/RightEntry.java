package org.wolfgate.agent.pricing.rights;

import java.time.Instant;
import org.wolfgate.drivers.ActivePower;

/**
 * One entry of the rights ledger; entries are added, never changed.
 *
 * @param gate the flowgate
 * @param owner who holds the right
 * @param from beginning of the period
 * @param until its end, exclusive
 * @param change above zero when a right is received, below zero when a schedule or a transfer uses it
 * @param reference the trade, transfer or schedule behind it
 */
public record RightEntry(String gate, String owner, Instant from, Instant until, ActivePower change, String reference) {

    public RightEntry {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("flowgate right " + reference + " on " + gate + " ends at " + until
                    + ", not after its beginning " + from);
        }
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
