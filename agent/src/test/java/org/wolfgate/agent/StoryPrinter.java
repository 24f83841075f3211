package org.wolfgate.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.AgentRecord.IntervalClosed;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.AgentRecord.OrderClosed;
import org.wolfgate.agent.control.AgentRecord.OrderStep;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.orders.OrderEvent;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.drivers.Energy;

/** What the substation did, as lines of a story. */
final class StoryPrinter {

    private static final String ARROW = "  -> ";

    private StoryPrinter() {}

    static List<String> lines(Effects effects) {
        return Stream.concat(
                        effects.records().stream().map(StoryPrinter::line),
                        effects.setPoints().stream().map(s -> "set-point " + s.plant() + " " + s.cap()))
                .map(line -> ARROW + line)
                .toList();
    }

    static String line(NodeView view) {
        String cap = view.cap().limit().map(Object::toString).orElse("none");
        String order = view.order()
                .map(entry -> ", order " + entry.order().id() + " " + entry.state())
                .orElse("");
        return ARROW + view.node() + ": cap " + cap + order + ", deviation "
                + view.totals().deviation() + ", compensation " + view.totals().compensation();
    }

    private static String line(AgentRecord kept) {
        if (kept instanceof IntervalClosed closed) {
            return "interval " + closed.node() + " " + span(closed.metered().interval()) + " v"
                    + closed.metered().version() + " " + closed.metered().quality() + " "
                    + energy(closed.metered().net());
        }
        if (kept instanceof IntervalSettled settled) {
            return statement(settled.settled());
        }
        if (kept instanceof OrderStep step) {
            return order(step.event());
        }
        if (kept instanceof OrderClosed closed) {
            return verdict(closed.verdict());
        }
        return kept instanceof Note note ? "note " + note.what() + ": " + note.detail() : "record " + kept;
    }

    private static String statement(SettledInterval settled) {
        var line = settled.deviation();
        String units = settled.units().stream()
                .map(unit -> ", " + unit.unit() + " stood back " + energy(Optional.of(unit.curtailed())) + " for "
                        + unit.compensation())
                .collect(Collectors.joining());
        String excess =
                line.excess().wattHours() > 0 ? ", " + energy(Optional.of(line.excess())) + " above the cap" : "";
        return "statement " + settled.node() + " " + span(line.metered().interval()) + " v" + line.version() + " "
                + settled.finality() + ": offset " + energy(line.offset().effective()) + ", deviation "
                + energy(line.deviation()) + excess + " at " + line.price().price() + " makes " + line.amount()
                + units
                + line.price().gates().stream().map(StoryPrinter::gate).collect(Collectors.joining())
                + line.offset()
                        .rights()
                        .map(gap -> ", " + String.join(" ", gap.flags()))
                        .orElse("");
    }

    private static String gate(GateTerm term) {
        String loading = term.loading().map(l -> l + " of its limit").orElse("unknown");
        return ", flowgate " + term.gate() + " " + loading;
    }

    private static String order(OrderEvent event) {
        String refusal = event.refusal().map(why -> " " + why).orElse("");
        String repeated = event.repeated() ? " again" : "";
        return "order " + event.order() + " " + event.state() + refusal + repeated + ": " + event.reason();
    }

    private static String verdict(Verdict verdict) {
        String delay = verdict.timeToComply()
                .map(time -> " after " + time.toMillis() + " ms")
                .orElse("");
        String cuts = verdict.cuts().stream()
                .map(cut -> ", " + cut.unit() + " stood back " + energy(Optional.of(cut.curtailed())) + " for "
                        + cut.compensation())
                .collect(Collectors.joining());
        return "verdict " + verdict.order().id() + " " + verdict.outcome() + delay + ", " + verdict.ending() + ", "
                + time(verdict.inForceSince()) + "-" + time(verdict.endedAt()) + ", "
                + energy(Optional.of(verdict.energyAboveCap())) + " above the cap" + cuts
                + revision(verdict.revision());
    }

    /** A first version that is pending is the rule and goes without saying. */
    private static String revision(Verdict.Revision revision) {
        return revision.isFinal() ? ", FINAL as version " + revision.version() : "";
    }

    private static String energy(Optional<Energy> energy) {
        return energy.map(e -> e.wattHours() + " Wh").orElse("unknown");
    }

    private static String span(Interval interval) {
        return time(interval.start()) + "-" + time(interval.end());
    }

    private static String time(Instant at) {
        return at.toString().substring(11).replace("Z", "");
    }
}
