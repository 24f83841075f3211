package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.orders.CurtailmentOrder;

/**
 * Which order capped a node when. Orders come and go at any second inside a settlement interval, so what they cost and
 * excuse is weighted by time.
 *
 * @param changes in order of time; each holds until the next
 */
public record CapTimeline(List<Change> changes) {

    public static final CapTimeline EMPTY = new CapTimeline(List.of());

    /**
     * From an instant on, this order is in force, or none.
     *
     * @param order empty: no cap
     */
    public record Change(Instant from, Optional<CurtailmentOrder> order) {}

    /** A span {@code [from, to)} under one order, or under none. */
    public record Segment(Instant from, Instant to, Optional<CurtailmentOrder> order) {}

    /** The order in force now. */
    public Optional<CurtailmentOrder> current() {
        return changes.isEmpty()
                ? Optional.empty()
                : changes.get(changes.size() - 1).order();
    }

    /** Notes what is in force from an instant on; an instant before the last change counts as that one. */
    public CapTimeline change(Instant from, Optional<CurtailmentOrder> order) {
        if (current().equals(order)) {
            return this;
        }
        List<Change> next = new ArrayList<>(changes);
        Instant last =
                changes.isEmpty() ? from : changes.get(changes.size() - 1).from();
        next.add(new Change(from.isBefore(last) ? last : from, order));
        return new CapTimeline(List.copyOf(next));
    }

    /** After the clock was set back: what is in force holds from this instant on, whenever it was thought to begin. */
    public CapTimeline heldAt(Instant now) {
        List<Change> before =
                changes.stream().filter(change -> change.from().isBefore(now)).toList();
        return before.size() == changes.size() ? this : new CapTimeline(before).change(now, current());
    }

    /** The same changes, each so much later; earlier if the time is negative. */
    public CapTimeline moved(Duration time) {
        return time.isZero()
                ? this
                : new CapTimeline(changes.stream()
                        .map(change -> new Change(change.from().plus(time), change.order()))
                        .toList());
    }

    /** The spans that make up {@code [start, end)}. */
    public List<Segment> within(Instant start, Instant end) {
        List<Segment> segments = new ArrayList<>();
        Instant from = start;
        Optional<CurtailmentOrder> order = Optional.empty();
        for (Change change : changes) {
            if (!change.from().isBefore(end)) {
                break;
            }
            if (change.from().isAfter(from)) {
                segments.add(new Segment(from, change.from(), order));
                from = change.from();
            }
            order = change.order();
        }
        segments.add(new Segment(from, end, order));
        return segments;
    }

    /** Forgets what no interval from an instant on can need. */
    public CapTimeline from(Instant instant) {
        int keep = 0;
        while (keep + 1 < changes.size() && !changes.get(keep + 1).from().isAfter(instant)) {
            keep++;
        }
        return keep == 0 ? this : new CapTimeline(List.copyOf(changes.subList(keep, changes.size())));
    }
}
