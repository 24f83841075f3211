package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.wolfgate.agent.control.AgentRecord.IntervalClosed;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Event.ContactRead;
import org.wolfgate.agent.control.Event.LimitHeld;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.Dependency;
import org.wolfgate.agent.curtailment.Situation.LocalLimit;
import org.wolfgate.agent.metering.ExpectedEnergy;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalMeter;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.MeterReading;

/** One injection node: meters it, holds it to the cap in force, settles its intervals. */
final class NodeControl {

    private final NodeSettings settings;
    private final NodeSettlement settlement;
    private final ExpectedEnergy expected;
    private final NodeCompliance compliance;
    private final NodeWatch needs;
    private final NodePlants plants;
    private final NodeSignal signal;
    private final NodeUnits units;
    private final NodeResponse response;
    private final WaitingIntervals waiting;
    private final NodeConnection connection;
    private final NodeReactive reactive;
    private IntervalMeter meter;
    private RunningTotals totals;
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
        this.compliance = new NodeCompliance(settings, settlement, resumed);
        this.totals = resumed.totals();
        this.connection = new NodeConnection(settings, resumed.islanding());
        this.reactive = new NodeReactive(settings, resumed.reactive());
        this.needs = new NodeWatch(settings, resumed);
        this.plants = new NodePlants(settings, resumed);
        this.signal = new NodeSignal(settings, resumed);
        this.units = new NodeUnits(settings, market);
        this.response = new NodeResponse(settings, resumed, plants.commanded());
    }

    NodeState state() {
        return new NodeState(
                meter.state(),
                compliance.caps(),
                compliance.watch(),
                plants.told(),
                totals,
                needs.state(),
                needs.lastWord(),
                plants.level(),
                response.state(),
                signal.told(),
                needs.shown(),
                connection.state(),
                reactive.state());
    }

    NodeSettings settings() {
        return settings;
    }

    /** A visit to the node's meter. */
    void read(Instant at, MeterReading visit, Effects effects) {
        reading = visit;
        readAt = at;
        connection.visit(at, visit, meter);
        reactive.visit(at, visit);
        close(meter.accept(at, visit), effects);
        if (visit.power().isGood() && visit.power().value().isPresent()) {
            ActivePower power = visit.power().value().get();
            needs.good(Dependency.METER, at);
            compliance.saw(at, power);
            response.saw(at, power, effects);
        }
    }

    /** A contact was read that may tell whether the node stands on the system. */
    void contact(Instant at, ContactRead read, Effects effects) {
        connection.look(at, read, meter, effects);
    }

    /** Whether its own frequency is the system's now, as far as anybody can tell. */
    boolean onSystem(Instant now) {
        return connection.onSystem(now);
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
        compliance.clockSet(after);
        needs.clockSet(before, after);
        waiting.clockSet(before, after);
        connection.clockSet(before, after);
        reactive.clockSet();
        plants.clockSet(before, after);
        response.clockSet();
    }

    /** Which order is in force, and whether its meter saw it kept. */
    NodeCompliance compliance() {
        return compliance;
    }

    NodePlants plants() {
        return plants;
    }

    /** What a plant, or the signal to the generator, answered to a set-point. */
    void reported(LimitReported report, Instant now, Effects effects) {
        if (plants.has(report.plant())) {
            plants.reported(report, now, effects);
        }
        signal.reported(report, now, effects);
    }

    /** What a plant, or the signal to the generator, was seen to hold. */
    void look(LimitHeld look, Instant now, Effects effects) {
        if (plants.has(look.plant())) {
            plants.look(look, now, effects);
        }
        signal.look(look, now, effects);
    }

    /** Says which order and which local limits are in force now, and sees that the plants hold them. */
    void enforce(Optional<OrderEntry> inForce, List<LocalLimit> local, Instant now, Effects effects) {
        compliance.follow(inForce, now);
        if (plants.obey()) {
            needs.good(Dependency.PLANT, now);
        }
        Optional<CurtailmentOrder> order = inForce.map(OrderEntry::order);
        Cap cap = needs.decide(order, local, now, effects);
        plants.hold(cap, limit -> units.within(limit, order, now), response.settle(), now, effects);
        signal.follow(cap, now, effects);
        response.told(plants.commanded(), now);
    }

    /** How long the plants may take to follow a limit, as far as it is known. */
    Duration settle() {
        return response.settle();
    }

    /** A good word of something that the node needs. */
    void good(Dependency dependency, Instant now) {
        needs.good(dependency, now);
    }

    /** The cap in force, and why. */
    Cap cap() {
        return needs.cap();
    }

    /** What plants and meter show of an order in force, as the state it should be in. */
    Optional<OrderState> shown(CurtailmentOrder order, Instant now) {
        return compliance
                .shown(order, now)
                .or(() -> plants.keep(order.cap()) ? Optional.of(OrderState.APPLIED) : Optional.empty());
    }

    /** The last visit to the meter. */
    MeterReading reading() {
        return reading;
    }

    Instant readAt() {
        return readAt;
    }

    SettledInterval running(Instant now) {
        return settlement.settle(meter.soFar(now), compliance.caps(), 1, Optional.empty());
    }

    RunningTotals totals() {
        return totals;
    }

    private void close(List<MeteredInterval> closed, Effects effects) {
        for (MeteredInterval interval : closed) {
            settlement.closed(interval);
            int version = waiting.nextVersion(interval.interval(), interval.version());
            SettledInterval settled =
                    settlement.settle(interval, compliance.caps(), version, reactive.of(interval.interval()));
            effects.record(new IntervalClosed(settings.id(), interval));
            effects.record(new IntervalSettled(settled));
            totals = waiting.has(interval.interval())
                    ? totals.with(settled, waiting.get(interval.interval()).amounts())
                    : totals.with(settled);
            waiting.note(settled, compliance.caps().from(interval.interval().start()))
                    .ifPresent(oldest ->
                            effects.record(givenUp(oldest, interval.interval().end())));
        }
        if (!closed.isEmpty()) {
            compliance.forget(closed.get(closed.size() - 1).interval().start());
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
        reprice(which, settlement::again, effects);
    }

    /** Intervals get a later version of their line where inputs are known that the agent did not hear itself. */
    void reprice(Predicate<Waiting> which, Function<Waiting, SettledInterval> settle, Effects effects) {
        for (SettledInterval settled : waiting.again(which, settle)) {
            Waiting before = waiting.get(settled.deviation().metered().interval());
            effects.record(new IntervalSettled(settled));
            totals = totals.with(settled, before.amounts());
            waiting.noteAgain(settled, before);
        }
    }

    /** Intervals of a span that wait for a frequency or a loading are settled with what the operator said late. */
    void priceAnew(Interval span, Function<Interval, LateInputs> inputs, Effects effects) {
        reprice(
                waiting -> isUnpriced(waiting, span),
                waiting -> settlement.again(waiting.knowing(inputs.apply(waiting.trueTime()))),
                effects);
    }

    /** How many intervals of a span wait for a frequency or a loading. */
    long unpriced(Interval span) {
        return waiting.count(each -> isUnpriced(each, span));
    }

    private static boolean isUnpriced(Waiting waiting, Interval span) {
        return (waiting.misses(MissingInput.FREQUENCY) || waiting.misses(MissingInput.LOADING))
                && span.contains(waiting.metered().interval().start());
    }

    WaitingIntervals waiting() {
        return waiting;
    }
}
