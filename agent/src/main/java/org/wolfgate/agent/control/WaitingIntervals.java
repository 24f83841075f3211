package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.metering.Interval;

/**
 * The intervals of a node that wait for an input. When it arrives the interval is settled anew, as a later version; the
 * one before stays on record as it was. Bounded: past the limit the oldest interval is no longer waited for, and its last
 * line stays provisional.
 */
final class WaitingIntervals {

    /** 42 hours of five-minute intervals. */
    static final int MOST = 512;

    /** The state is kept in this many pieces, so that one more interval rewrites one of them. */
    static final int PIECES = 16;

    private static final int IN_A_ROW = MOST / PIECES;

    private final TreeMap<Instant, Waiting> byStart = new TreeMap<>();
    private final Set<Integer> written = new HashSet<>();

    WaitingIntervals(Map<Integer, List<Waiting>> resumed) {
        written.addAll(resumed.keySet());
        resumed.values().stream().flatMap(Collection::stream).forEach(this::put);
    }

    /** A node's waiting intervals as they were kept. */
    static WaitingIntervals resumed(String node, SubstationState state) {
        Map<Integer, List<Waiting>> pieces = new TreeMap<>();
        List<String> keys = SubstationState.waitingKeys(node);
        for (int piece = 0; piece < keys.size(); piece++) {
            List<Waiting> intervals = state.waiting().get(keys.get(piece));
            if (intervals != null) {
                pieces.put(piece, intervals);
            }
        }
        return new WaitingIntervals(pieces);
    }

    /** By piece; a piece that has become empty stays, so that it takes the place of the stored one. */
    Map<Integer, List<Waiting>> state() {
        Map<Integer, List<Waiting>> pieces = new TreeMap<>();
        byStart.values().forEach(waiting -> written.add(piece(waiting)));
        written.forEach(piece -> pieces.put(piece, List.of()));
        pieces.putAll(byStart.values().stream().collect(Collectors.groupingBy(WaitingIntervals::piece)));
        return pieces;
    }

    /** The version that the next line of an interval gets. */
    int nextVersion(Interval interval, int meterVersion) {
        Waiting before = byStart.get(interval.start());
        return before == null ? meterVersion : Math.max(meterVersion, before.version() + 1);
    }

    /** Notes what became of an interval. */
    void note(SettledInterval settled, CapTimeline caps) {
        if (settled.missing().isEmpty()) {
            byStart.remove(settled.deviation().metered().interval().start());
        } else {
            put(Waiting.of(settled, caps));
        }
    }

    /** Since when the oldest of them waits. */
    Optional<Instant> oldest() {
        return byStart.isEmpty() ? Optional.empty() : Optional.of(byStart.firstKey());
    }

    /**
     * Settles anew what an input has arrived for.
     *
     * @param which the intervals that it may concern
     * @param settle settles one with what is known now
     * @return the lines that miss less than before, in order of time
     */
    List<SettledInterval> again(Predicate<Waiting> which, Function<Waiting, SettledInterval> settle) {
        List<SettledInterval> improved = new ArrayList<>();
        for (Waiting waiting : List.copyOf(byStart.values())) {
            if (which.test(waiting)) {
                SettledInterval settled = settle.apply(waiting);
                Set<MissingInput> missing = settled.missing();
                if (missing.size() < waiting.missing().size()
                        && waiting.missing().containsAll(missing)) {
                    improved.add(settled);
                }
            }
        }
        return improved;
    }

    boolean has(Interval interval) {
        return byStart.containsKey(interval.start());
    }

    Waiting get(Interval interval) {
        Waiting waiting = byStart.get(interval.start());
        if (waiting == null) {
            throw new IllegalArgumentException("interval " + interval + " does not wait for anything");
        }
        return waiting;
    }

    private void put(Waiting waiting) {
        byStart.put(waiting.metered().interval().start(), waiting);
        if (byStart.size() > MOST) {
            byStart.pollFirstEntry();
        }
    }

    private static int piece(Waiting waiting) {
        Interval interval = waiting.metered().interval();
        long row = interval.start().toEpochMilli() / (interval.length().toMillis() * IN_A_ROW);
        return (int) Math.floorMod(row, (long) PIECES);
    }
}
