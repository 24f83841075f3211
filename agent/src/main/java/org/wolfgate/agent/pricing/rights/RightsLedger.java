package org.wolfgate.agent.pricing.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wolfgate.drivers.ActivePower;

/**
 * Holdings of flowgate rights, append-only. The agent verifies against it and flags; it trades nothing.
 *
 * @param entries in the order they were added
 */
public record RightsLedger(List<RightEntry> entries) {

    public static final RightsLedger EMPTY = new RightsLedger(List.of());

    public RightsLedger {
        entries = List.copyOf(entries);
    }

    /** The ledger with one more entry. */
    public RightsLedger with(RightEntry entry) {
        List<RightEntry> longer = new ArrayList<>(entries);
        longer.add(entry);
        return new RightsLedger(longer);
    }

    /** What an owner holds on a gate all through a period: the least at any moment of it. */
    public ActivePower held(String gate, String owner, Instant from, Instant until) {
        List<RightEntry> own = entries.stream()
                .filter(e -> e.gate().equals(gate) && e.owner().equals(owner))
                .toList();
        Stream<Instant> changes = own.stream()
                .flatMap(e -> Stream.of(e.from(), e.until()))
                .filter(at -> at.isAfter(from) && at.isBefore(until));
        return Stream.concat(Stream.of(from), changes)
                .map(at -> heldAt(own, at))
                .reduce(ActivePower::min)
                .orElse(ActivePower.ZERO);
    }

    private static ActivePower heldAt(List<RightEntry> own, Instant at) {
        return own.stream()
                .filter(e -> e.covers(at))
                .map(RightEntry::change)
                .reduce(ActivePower.ZERO, ActivePower::plus);
    }
}
