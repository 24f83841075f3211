package org.wolfgate.drivers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which device of a line is visited next. Time is an argument, in nanoseconds of any monotonic clock.
 *
 * <p>Devices keep to their own grid of periods; a visit that comes too late is skipped, never made up for. A device that
 * missed three visits running is dead: it is probed less and less often, so that all dead devices together take at most
 * a twentieth of the line from the living (OpenEMS/openems#6, thingsboard/thingsboard-gateway#164).
 */
final class PollSchedule {

    static final int MISSES_UNTIL_DEAD = 3;
    private static final long LONGEST_LONELY_BACK_OFF = 10_000_000_000L;
    private static final int PROBE_SHARE = 20;
    private static final int MOST_DOUBLINGS = 6;

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private boolean lastWasProbe;

    /** Adds a device, due at once; replaces one of the same name. */
    void add(String id, long period, long now) {
        slots.put(id, new Slot(id, period, now, 0));
    }

    /** The device to visit now: the one that waits longest, but never two dead ones running while a living one waits. */
    Optional<String> due(long now) {
        Optional<Slot> first = earliest(slots.values().stream(), now);
        if (lastWasProbe && first.filter(Slot::dead).isPresent()) {
            Optional<Slot> living = earliest(slots.values().stream().filter(slot -> !slot.dead()), now);
            return living.or(() -> first).map(Slot::id);
        }
        return first.map(Slot::id);
    }

    private static Optional<Slot> earliest(Stream<Slot> slots, long now) {
        return slots.filter(slot -> slot.due() - now <= 0).min(Comparator.comparingLong(slot -> slot.due() - now));
    }

    /** Nanoseconds until some device is due; 0 if one is, Long.MAX_VALUE if there is none. */
    long untilNext(long now) {
        return slots.values().stream()
                .mapToLong(slot -> Math.max(0, slot.due() - now))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Records the end of a visit and sets the next one. */
    void done(String id, boolean answered, long started, long ended) {
        Slot slot = slots.get(id);
        if (slot == null) {
            return;
        }
        lastWasProbe = slot.dead();
        Slot after = slot.afterVisit(answered);
        slots.put(id, after);
        long next = after.dead() ? ended + backOff(after, ended - started) : after.nextOnGrid(ended);
        slots.put(id, after.dueAt(next));
    }

    boolean isDead(String id) {
        Slot slot = slots.get(id);
        return slot != null && slot.dead();
    }

    private long backOff(Slot slot, long cost) {
        int doublings = Math.min(slot.misses() - MISSES_UNTIL_DEAD, MOST_DOUBLINGS);
        long doubled = Math.max(slot.period(), Math.min(slot.period() << doublings, LONGEST_LONELY_BACK_OFF));
        long dead = slots.values().stream().filter(Slot::dead).count();
        boolean alone = dead == slots.size();
        return alone ? doubled : Math.max(doubled, cost * PROBE_SHARE * dead);
    }

    private record Slot(String id, long period, long due, int misses) {

        boolean dead() {
            return misses >= MISSES_UNTIL_DEAD;
        }

        Slot afterVisit(boolean answered) {
            return new Slot(id, period, due, answered ? 0 : misses + 1);
        }

        Slot dueAt(long next) {
            return new Slot(id, period, next, misses);
        }

        long nextOnGrid(long now) {
            long passed = Math.max(0, (now - due) / period);
            return due + (passed + 1) * period;
        }
    }
}
