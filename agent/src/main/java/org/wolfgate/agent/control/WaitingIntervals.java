package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
 * one before stays on record as it was. Bounded: past the limit the oldest interval is no longer waited for, which the
 * agent tells, and its last line stays provisional.
 */
final class WaitingIntervals {

    /** 42 hours of five-minute intervals. */
    static final int MOST = 512;

    /** The state is kept in this many pieces, so that one more interval rewrites one of them. */
    static final int PIECES = 16;

    private static final int IN_A_ROW = MOST / PIECES;

    private final TreeMap<Instant, Waiting> byStart = new TreeMap<>();
    private final Set<Integer> written = new HashSet<>();
    /** Starts of those that this run of the agent closed, by the clock that it has. */
    private final Set<Instant> closedHere = new HashSet<>();

    WaitingIntervals(Map<Integer, List<Waiting>> resumed) {
        written.addAll(resumed.keySet());
        resumed.values().stream().flatMap(Collection::stream).forEach(waiting -> {
            var unused = put(waiting);
        });
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

    /**
     * Notes what became of an interval.
     *
     * @return the interval that is no longer waited for, because too many are
     */
    Optional<Waiting> note(SettledInterval settled, CapTimeline caps) {
        Instant start = settled.deviation().metered().interval().start();
        closedHere.add(start);
        if (settled.missing().isEmpty()) {
            forget(start);
            return Optional.empty();
        }
        return put(Waiting.of(settled, caps));
    }

    /** Notes what became of an interval that was settled anew: the time that it really was stays known. */
    void noteAgain(SettledInterval settled, Waiting before) {
        if (settled.missing().isEmpty()) {
            forget(settled.deviation().metered().interval().start());
        } else {
            var unused = put(Waiting.of(settled, before.caps()).after(before));
        }
    }

    private void forget(Instant start) {
        byStart.remove(start);
        closedHere.remove(start);
    }

    /**
     * Since when prices are needed for them. Never further back than an agent waits: a clock that began in 1970 may have
     * left some whose true time nobody knows, for which prices would be kept for ever.
     */
    Optional<Instant> oldest(Instant now) {
        return byStart.values().stream()
                .map(Waiting::trueTime)
                .filter(time ->
                        !time.end().plus(time.length().multipliedBy(MOST)).isBefore(now))
                .map(Interval::start)
                .min(Comparator.naturalOrder());
    }

    /**
     * Settles anew what an input has arrived for.
     *
     * @param which the intervals that it may concern
     * @param settle settles one with what is known now
     * @return the lines that no longer miss something, in order of time. They may miss something else, which did not show
     *     before: without a schedule nobody stands back, so no spot price is asked for
     */
    List<SettledInterval> again(Predicate<Waiting> which, Function<Waiting, SettledInterval> settle) {
        List<SettledInterval> improved = new ArrayList<>();
        for (Waiting waiting : List.copyOf(byStart.values())) {
            if (which.test(waiting)) {
                SettledInterval settled = settle.apply(waiting);
                if (!settled.missing().containsAll(waiting.missing())) {
                    improved.add(settled);
                }
            }
        }
        return improved;
    }

    /**
     * The clock was set. What is on record keeps its name, so the intervals keep their edges; but those that this run closed
     * under the time that was wrong wait for the inputs of the time that it really was. Those of an earlier run are not of
     * this clock, and a step that is shorter than an interval leaves all where they are: edges never move with a step.
     */
    void clockSet(Instant before, Instant after) {
        Duration step = Duration.between(before, after);
        byStart.replaceAll((start, waiting) -> {
            boolean wrong = closedHere.contains(start) && !start.isAfter(before);
            boolean far = step.abs().compareTo(waiting.metered().interval().length()) >= 0;
            return wrong && far ? waiting.moved(step) : waiting;
        });
    }

    long count(Predicate<Waiting> which) {
        return byStart.values().stream().filter(which).count();
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

    private Optional<Waiting> put(Waiting waiting) {
        byStart.put(waiting.metered().interval().start(), waiting);
        if (byStart.size() <= MOST) {
            return Optional.empty();
        }
        Waiting oldest = byStart.firstEntry().getValue();
        forget(oldest.metered().interval().start());
        return Optional.of(oldest);
    }

    private static int piece(Waiting waiting) {
        Interval interval = waiting.metered().interval();
        long row = interval.start().toEpochMilli() / (interval.length().toMillis() * IN_A_ROW);
        return (int) Math.floorMod(row, (long) PIECES);
    }
}
