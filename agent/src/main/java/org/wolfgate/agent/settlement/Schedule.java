package org.wolfgate.agent.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.Energy;

/**
 * What a node agreed to inject: blocks of constant power that follow one another, joined by steps or by straight ramps
 * centred on the boundaries. Ten and twenty minutes are the customary lengths of a ramp.
 */
public final class Schedule {

    private final String id;
    private final PowerProfile profile;

    /**
     * A schedule from its blocks, in any order.
     *
     * @param id name of the schedule, printed on every line that it enters
     * @param ramp length of the ramp between two blocks, zero for steps
     * @throws IllegalArgumentException with one line for each of {@link #problems}
     */
    public Schedule(String id, List<ScheduleBlock> blocks, Duration ramp) {
        List<String> problems = problems(blocks, ramp);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("schedule " + id + ": " + String.join("; ", problems));
        }
        this.id = id;
        this.profile = new PowerProfile(lines(inOrder(blocks), ramp.dividedBy(2)));
    }

    /** What is wrong with these blocks: overlaps, gaps, ramps that do not fit; one line each, empty if nothing is. */
    public static List<String> problems(List<ScheduleBlock> blocks, Duration ramp) {
        List<String> problems = new ArrayList<>();
        if (blocks.isEmpty()) {
            problems.add("it has no blocks; give at least one, of 0 MW if nothing is to flow");
        }
        if (ramp.isNegative()) {
            problems.add("a ramp of " + ramp + " is negative; give zero for steps");
        }
        List<ScheduleBlock> ordered = inOrder(blocks);
        for (int i = 1; i < ordered.size(); i++) {
            problemBetween(ordered.get(i - 1), ordered.get(i)).ifPresent(problems::add);
        }
        ordered.stream()
                .filter(block -> block.span().length().compareTo(ramp) < 0)
                .map(block -> "block " + block + " is shorter than the ramp of " + ramp.toSeconds()
                        + " s; take a shorter ramp")
                .forEach(problems::add);
        return problems;
    }

    public String id() {
        return id;
    }

    /** The scheduled energy of a span, half-even to 1 Wh; empty if the schedule does not cover it. */
    public Optional<Energy> energyOver(Interval span) {
        return profile.covers(span) ? Optional.of(profile.energy(span).rounded()) : Optional.empty();
    }

    PowerProfile profile() {
        return profile;
    }

    private static Optional<String> problemBetween(ScheduleBlock earlier, ScheduleBlock later) {
        Instant end = earlier.span().end();
        Instant start = later.span().start();
        if (start.isBefore(end)) {
            return Optional.of("block " + later + " overlaps block " + earlier + "; let it start at " + end);
        }
        return start.isAfter(end)
                ? Optional.of("nothing is scheduled from " + end + " to " + start
                        + "; add a block, of 0 MW if nothing is to flow")
                : Optional.empty();
    }

    private static List<ScheduleBlock> inOrder(List<ScheduleBlock> blocks) {
        return blocks.stream()
                .sorted(Comparator.comparing(block -> block.span().start()))
                .toList();
    }

    private static List<PowerLine> lines(List<ScheduleBlock> blocks, Duration half) {
        List<PowerLine> lines = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            ScheduleBlock block = blocks.get(i);
            boolean last = i == blocks.size() - 1;
            Instant from = i == 0 ? block.span().start() : block.span().start().plus(half);
            Instant to = last ? block.span().end() : block.span().end().minus(half);
            if (to.isAfter(from)) {
                lines.add(PowerLine.flat(new Interval(from, to), block.power()));
            }
            if (!last && !half.isZero()) {
                Interval ramp = new Interval(to, block.span().end().plus(half));
                lines.add(new PowerLine(ramp, block.power(), blocks.get(i + 1).power()));
            }
        }
        return lines;
    }
}
