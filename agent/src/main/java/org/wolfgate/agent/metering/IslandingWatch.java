package org.wolfgate.agent.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.metering.IslandingState.Seen;

/**
 * Follows the contacts that tell whether a node stands on the system, and says which intervals they leave in doubt. A
 * node is islanded while any of its contacts says so. A reading holds until the next one, at most for its time; a first
 * reading after silence also speaks for as long before it, unless the interval has ended by then. A sample of frequency
 * that no reading speaks for leaves its interval unknown: a contact that was never read never counts as closed.
 */
public final class IslandingWatch {

    private final IntervalGrid grid;
    private final List<IslandingContact> contacts;
    private final Map<String, Seen> seen;
    private Optional<Instant> doubt;

    /** A mark for the interval of a moment. */
    public record Mark(Instant at, MeteringFlag flag) {}

    /** Goes on from what was remembered; contacts that are no longer configured are forgotten. */
    public IslandingWatch(IntervalGrid grid, List<IslandingContact> contacts, IslandingState resumed) {
        this.grid = grid;
        this.contacts = List.copyOf(contacts);
        this.seen = new TreeMap<>(resumed.seen());
        this.seen.keySet().retainAll(contacts.stream().map(IslandingContact::id).toList());
        this.doubt = contacts.isEmpty() ? Optional.empty() : resumed.doubt();
    }

    /** Takes a good reading of a contact. */
    public List<Mark> look(Instant at, String contact, boolean closed) {
        Connection before = now(at);
        contacts.stream()
                .filter(rule -> rule.id().equals(contact))
                .forEach(rule -> seen.put(contact, new Seen(at, rule.islands(closed))));
        Connection after = now(at);
        if (before == Connection.ISLANDED || after == Connection.ISLANDED) {
            return with(settled(at, false), new Mark(at, MeteringFlag.ISLANDED));
        }
        return after == Connection.CONNECTED ? settled(at, true) : List.of();
    }

    /**
     * The meter was visited; to be asked before the visit is taken in, since that may end intervals.
     *
     * @param frequency whether it gave a sample of frequency
     */
    public List<Mark> visit(Instant at, boolean frequency) {
        Connection connection = now(at);
        if (connection == Connection.ISLANDED) {
            return with(settled(at, false), new Mark(at, MeteringFlag.ISLANDED));
        }
        boolean ended =
                doubt.filter(since -> grid.numberAt(since) != grid.numberAt(at)).isPresent();
        List<Mark> marks = ended ? settled(at, false) : List.of();
        boolean unspoken = connection == Connection.UNKNOWN && frequency;
        if (unspoken && doubt.filter(since -> since.plus(holds()).isBefore(at)).isPresent()) {
            return with(marks, new Mark(at, MeteringFlag.ISLANDING_UNKNOWN));
        }
        doubt = unspoken && doubt.isEmpty() ? Optional.of(at) : doubt;
        return marks;
    }

    /** Where the node stands at a moment, as far as its contacts tell. */
    public Connection now(Instant at) {
        boolean unknown = false;
        for (IslandingContact contact : contacts) {
            Optional<Seen> last = Optional.ofNullable(seen.get(contact.id()))
                    .filter(reading -> !reading.at().plus(contact.holds()).isBefore(at));
            if (last.filter(Seen::islanded).isPresent()) {
                return Connection.ISLANDED;
            }
            unknown |= last.isEmpty();
        }
        return unknown ? Connection.UNKNOWN : Connection.CONNECTED;
    }

    /** The agent's clock was set: what was read until then moves with it. */
    public void clockSet(Instant before, Instant after) {
        Duration step = Duration.between(before, after);
        seen.replaceAll((contact, last) -> new Seen(last.at().plus(step), last.islanded()));
        doubt = doubt.map(since -> since.plus(step));
    }

    public IslandingState state() {
        return new IslandingState(seen, doubt);
    }

    /** Ends a doubt: a reading that came soon enough speaks for it, or its interval is marked. */
    private List<Mark> settled(Instant at, boolean vouched) {
        Optional<Instant> since = doubt;
        doubt = Optional.empty();
        return since.filter(from -> !vouched || from.plus(holds()).isBefore(at))
                .map(from -> List.of(new Mark(from, MeteringFlag.ISLANDING_UNKNOWN)))
                .orElse(List.of());
    }

    private Duration holds() {
        return contacts.stream()
                .map(IslandingContact::holds)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static List<Mark> with(List<Mark> marks, Mark more) {
        List<Mark> all = new ArrayList<>(marks);
        all.add(more);
        return all;
    }
}
