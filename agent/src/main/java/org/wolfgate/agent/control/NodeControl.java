package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.wolfgate.agent.control.AgentRecord.IntervalClosed;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.AgentRecord.OrderClosed;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.curtailment.ComplianceWatch;
import org.wolfgate.agent.curtailment.Dependency;
import org.wolfgate.agent.curtailment.PlantSplit;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.curtailment.Verdict.UnitCut;
import org.wolfgate.agent.metering.ExpectedEnergy;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalMeter;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/** One injection node: meters it, holds it to the cap in force, settles its intervals. */
final class NodeControl {

    private final NodeSettings settings;
    private final NodeSettlement settlement;
    private final ExpectedEnergy expected;
    private IntervalMeter meter;
    private final Map<String, PlantControl> plants = new LinkedHashMap<>();
    private CapTimeline caps;
    private Optional<ComplianceWatch> watch;
    private RunningTotals totals;
    private final NodeWatch needs;
    private final NodeLimit limit;
    private final WaitingIntervals waiting;
    private MeterReading reading = MeterReading.missing("not read yet");
    private Instant readAt = Instant.EPOCH;

    NodeControl(
            NodeSettings settings,
            MarketBook market,
            IntervalPricing pricing,
            NodeState resumed,
            WaitingIntervals waiting) {
        this.waiting = waiting;
        this.settings = settings;
        this.settlement = new NodeSettlement(settings, market, pricing);
        this.expected = span -> market.schedule(settings.id()).flatMap(schedule -> schedule.energyOver(span));
        this.meter = new IntervalMeter(settings.meterRule(), expected, resumed.meter());
        this.caps = resumed.caps();
        this.watch = resumed.watch();
        this.totals = resumed.totals();
        this.needs = new NodeWatch(settings, resumed);
        this.limit = new NodeLimit(settings, resumed);
        settings.plants()
                .keySet()
                .forEach(plant -> plants.put(
                        plant, new PlantControl(plant, resumed.plants().getOrDefault(plant, PlantControl.State.NEW))));
    }

    NodeState state() {
        Map<String, PlantControl.State> told = plants.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().state()));
        return new NodeState(meter.state(), caps, watch, told, totals, needs.state(), needs.lastWord(), limit.level());
    }

    NodeSettings settings() {
        return settings;
    }

    /** A visit to the node's meter. */
    void read(Instant at, MeterReading visit, Effects effects) {
        reading = visit;
        readAt = at;
        close(meter.accept(at, visit), effects);
        if (visit.power().isGood() && visit.power().value().isPresent()) {
            ActivePower power = visit.power().value().get();
            needs.good(Dependency.METER, at);
            watch = watch.map(w -> w.accept(at, power, settings.tolerance()));
        }
    }

    /** Time passed. */
    void tick(Instant now, Effects effects) {
        close(meter.tick(now), effects);
    }

    /** The clock was set: what the meter and the caps remember moves with it; an order in force stays in force. */
    void clockSet(Instant before, Instant after, Effects effects) {
        IntervalMeter.Moved moved = meter.clockSet(before, after);
        close(moved.closed(), effects);
        meter = new IntervalMeter(settings.meterRule(), expected, moved.state());
        caps = caps.heldAt(after);
        watch = watch.map(w -> w.heldAt(after));
        needs.clockSet(before, after);
        waiting.clockSet(before, after);
        limit.clockSet(before, after);
    }

    /** Says which order is in force now. */
    void cap(Optional<OrderEntry> inForce, Instant now) {
        Optional<CurtailmentOrder> order = inForce.map(OrderEntry::order);
        if (!caps.current().equals(order)) {
            Instant ended = endOfCurrent(now);
            Instant since = inForce.flatMap(OrderEntry::inForceSince).orElse(ended);
            caps = ended.isBefore(since) ? caps.change(ended, Optional.empty()) : caps;
            caps = caps.change(since, order);
            watch = order.map(o -> ComplianceWatch.start(o, since)).or(() -> watch);
        }
    }

    /** Says which order is in force now, and sees that the plants hold it. */
    void enforce(Optional<OrderEntry> inForce, Instant now, Effects effects) {
        cap(inForce, now);
        Optional<CurtailmentOrder> order = inForce.map(OrderEntry::order);
        boolean everCapped = plants.values().stream().anyMatch(PlantControl::everCommanded);
        if (!everCapped || plants.values().stream().allMatch(PlantControl::confirmed)) {
            needs.good(Dependency.PLANT, now);
        }
        Cap cap = needs.decide(order, now, effects);
        if (cap.limit().isPresent() || everCapped) {
            PlantSplit.of(limit.towards(cap, now), settings.plants())
                    .forEach((plant, setPoint) -> plant(plant).want(setPoint, now, effects));
        }
    }

    /** A good word of something that the node needs. */
    void good(Dependency dependency, Instant now) {
        needs.good(dependency, now);
    }

    /** The cap in force, and why. */
    Cap cap() {
        return needs.cap();
    }

    /** When the order that is no longer in force ended: at the end of its window, or now if it was withdrawn. */
    private Instant endOfCurrent(Instant now) {
        return caps.current().map(CurtailmentOrder::end).filter(now::isAfter).orElse(now);
    }

    /** What plants and meter show of an order in force, as the state it should be in. */
    Optional<OrderState> shown(CurtailmentOrder order, Instant now) {
        Optional<ComplianceWatch> mine = watch.filter(w -> w.order().id().equals(order.id()));
        if (mine.isPresent() && mine.get().confirmedAt().isPresent()) {
            return Optional.of(OrderState.CONFIRMED_BY_METER);
        }
        if (mine.isPresent() && mine.get().overdue(now)) {
            return Optional.of(OrderState.NOT_ACHIEVED);
        }
        boolean applied = limit.keeps(order.cap())
                && !plants.isEmpty()
                && plants.values().stream().allMatch(PlantControl::confirmed);
        return applied ? Optional.of(OrderState.APPLIED) : Optional.empty();
    }

    /** An order of this node reached a final state: its verdict. */
    void conclude(CurtailmentOrder order, OrderState ending, Instant now, Effects effects) {
        ComplianceWatch last =
                watch.filter(w -> w.order().id().equals(order.id())).orElseGet(() -> ComplianceWatch.start(order, now));
        watch = watch.filter(w -> !w.order().id().equals(order.id()));
        Energy uncertainty = settings.accuracy().largestError(last.energyJudged(now));
        effects.record(new OrderClosed(Verdict.of(last, ending, now, uncertainty, cuts(last, now))));
    }

    void reported(String plant, ActivePower commanded, Reading<ActivePower> confirmed) {
        plant(plant).report(commanded, confirmed);
    }

    /** The last visit to the meter. */
    MeterReading reading() {
        return reading;
    }

    Instant readAt() {
        return readAt;
    }

    SettledInterval running(Instant now) {
        return settlement.settle(meter.soFar(now), caps, 1);
    }

    RunningTotals totals() {
        return totals;
    }

    boolean has(String plant) {
        return plants.containsKey(plant);
    }

    private void close(List<MeteredInterval> closed, Effects effects) {
        for (MeteredInterval interval : closed) {
            settlement.closed(interval);
            int version = waiting.nextVersion(interval.interval(), interval.version());
            SettledInterval settled = settlement.settle(interval, caps, version);
            effects.record(new IntervalClosed(settings.id(), interval));
            effects.record(new IntervalSettled(settled));
            totals = waiting.has(interval.interval())
                    ? totals.with(settled, waiting.get(interval.interval()).amounts())
                    : totals.with(settled);
            waiting.note(settled, caps.from(interval.interval().start()))
                    .ifPresent(oldest ->
                            effects.record(givenUp(oldest, interval.interval().end())));
        }
        if (!closed.isEmpty()) {
            Instant oldest = closed.get(closed.size() - 1).interval().start();
            caps = caps.from(
                    watch.map(ComplianceWatch::since).filter(oldest::isAfter).orElse(oldest));
        }
    }

    private Note givenUp(Waiting oldest, Instant now) {
        return new Note(
                now,
                "interval no longer waited for",
                "node " + settings.id() + ", " + oldest.metered().interval().start() + ", version " + oldest.version()
                        + " stays PROVISIONAL without " + new TreeSet<>(oldest.missing()) + ": "
                        + WaitingIntervals.MOST + " later intervals wait too; publish what is missing sooner");
    }

    /** An input has arrived: intervals that may have waited for it get a later version of their line. */
    void reprice(Predicate<Waiting> which, Effects effects) {
        for (SettledInterval settled : waiting.again(which, settlement::again)) {
            Waiting before = waiting.get(settled.deviation().metered().interval());
            effects.record(new IntervalSettled(settled));
            totals = totals.with(settled, before.amounts());
            waiting.noteAgain(settled, before);
        }
    }

    WaitingIntervals waiting() {
        return waiting;
    }

    private List<UnitCut> cuts(ComplianceWatch last, Instant now) {
        if (!now.isAfter(last.since())) {
            return List.of();
        }
        CapTimeline own = CapTimeline.EMPTY.change(last.since(), Optional.of(last.order()));
        return settlement.cuts(new Interval(last.since(), now), own).stream()
                .map(line -> new UnitCut(line.unit(), line.curtailed(), line.compensation()))
                .toList();
    }

    private PlantControl plant(String id) {
        PlantControl plant = plants.get(id);
        if (plant == null) {
            throw new IllegalArgumentException("plant '" + id + "' is not behind node '" + settings.id() + "'");
        }
        return plant;
    }
}
