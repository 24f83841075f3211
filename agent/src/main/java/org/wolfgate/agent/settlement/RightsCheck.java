package org.wolfgate.agent.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.pricing.rights.GateHoldings;
import org.wolfgate.agent.pricing.rights.RightsVerdict;
import org.wolfgate.agent.pricing.rights.ScheduledTransfer;
import org.wolfgate.drivers.ActivePower;

/**
 * Holds a node's schedule against the flowgate rights that the node holds. A schedule replaces the one before, and its
 * blocks do not overlap, so each block is held against everything that the node holds at its time.
 *
 * @param node who must hold the rights
 * @param holdings the node's factors and rights
 */
public record RightsCheck(String node, GateHoldings holdings) {

    /** What the schedule lacks within an interval; empty if it lacks nothing. */
    public Optional<RightsGap> gap(String schedule, List<ScheduleBlock> blocks, Interval span) {
        RightsGap gap = blocks.stream()
                .flatMap(block -> within(block, span).stream())
                .map(block -> gap(verdict(schedule, block)))
                .reduce(RightsGap.NONE, RightsGap::and);
        return gap.equals(RightsGap.NONE) ? Optional.empty() : Optional.of(gap);
    }

    /** What is wrong with a whole schedule, one sentence for each block and gate; empty if its rights suffice. */
    public List<String> problems(String schedule, List<ScheduleBlock> blocks) {
        List<String> problems = new ArrayList<>();
        for (ScheduleBlock block : blocks) {
            RightsVerdict verdict = verdict(schedule, block);
            if (verdict instanceof RightsVerdict.StaleFactors stale) {
                problems.add(stale.message());
            } else if (verdict instanceof RightsVerdict.Uncovered uncovered) {
                uncovered.gates().stream()
                        .filter(gate -> gate.shortfall().watts() > 0)
                        .forEach(gate -> problems.add("schedule " + schedule + " of node " + node + " needs "
                                + gate.need().required() + " on flowgate " + gate.gate() + " for " + block.span()
                                + " and holds " + gate.held() + ": " + gate.shortfall() + " short"));
            }
        }
        return problems;
    }

    private RightsVerdict verdict(String schedule, ScheduleBlock block) {
        Interval span = block.span();
        return new ScheduledTransfer(schedule, node, span.start(), span.end(), block.power())
                .check(holdings.ledger(), holdings.factors());
    }

    private static RightsGap gap(RightsVerdict verdict) {
        TreeMap<String, ActivePower> missing = new TreeMap<>();
        if (verdict instanceof RightsVerdict.Uncovered uncovered) {
            uncovered.gates().stream()
                    .filter(gate -> gate.shortfall().watts() > 0)
                    .forEach(gate -> missing.put(gate.gate(), gate.shortfall()));
        }
        return new RightsGap(missing, verdict instanceof RightsVerdict.StaleFactors);
    }

    private static Optional<ScheduleBlock> within(ScheduleBlock block, Interval span) {
        Instant from = later(block.span().start(), span.start());
        Instant to = later(
                from, block.span().end().isBefore(span.end()) ? block.span().end() : span.end());
        return from.isBefore(to)
                ? Optional.of(new ScheduleBlock(new Interval(from, to), block.power()))
                : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
