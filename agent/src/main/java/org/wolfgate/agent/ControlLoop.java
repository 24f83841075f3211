package org.wolfgate.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.control.Substation;

/**
 * The one thread that decides. Takes events from a bounded queue in order, makes what follows durable in one commit, and
 * only then lets set-points and messages out. Anything that it cannot make durable ends the agent: whoever restarts it
 * resumes from the ledger, and the plants keep their set-points meanwhile.
 */
final class ControlLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);
    private static final int QUEUE = 4096;
    private static final int MOST_IN_ONE_COMMIT = 256;
    private static final long TICK_MILLIS = 100;

    private final Substation substation;
    private final Commits commits;
    private final Timebase clock;
    private final Monotonic monotonic;
    private final FlightTap flight;
    private final Outward outward;
    private final GeneratorNews generators;
    private final BlockingQueue<Posted> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean stopping;
    private volatile long progress;
    private final IntervalCounts intervals = new IntervalCounts();
    private Instant now = Instant.MIN;

    private record Posted(long nanos, Event event, CompletableFuture<Void> durable) {}

    /** The agent's time. It is set only here, between two events, so that no stamp is of a reckoning not yet known. */
    interface Timebase {

        Instant at(long nanos);

        /** Takes over the time that the clock was found to have to be set to. */
        void follow();
    }

    /** Where effects go once they are durable. */
    interface Outward {

        void setPoints(List<SetPoint> setPoints);

        void recordsAdded();

        void views(List<NodeView> views);

        /** What generators are to be told now. */
        void generators(List<GeneratorView> views);
    }

    ControlLoop(
            Substation substation,
            Commits commits,
            Timebase clock,
            Monotonic monotonic,
            FlightTap flight,
            Outward outward) {
        this.substation = substation;
        this.commits = commits;
        this.clock = clock;
        this.monotonic = monotonic;
        this.flight = flight;
        this.outward = outward;
        this.generators = new GeneratorNews(flight, outward::generators);
        this.progress = monotonic.nanos();
    }

    /** What became of the intervals of this run. */
    IntervalCounts intervals() {
        return intervals;
    }

    /** Hands an event over; waits while the queue is full. */
    void post(Event event) {
        var unused = store(event);
    }

    /**
     * Hands an event over; waits while the queue is full.
     *
     * @return completes when what follows from the event is durable
     */
    CompletableFuture<Void> store(Event event) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        try {
            queue.put(new Posted(monotonic.nanos(), event, durable));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            durable.completeExceptionally(e);
        }
        return durable;
    }

    /** Runs until {@link #stop}; what has been posted by then is still handled. */
    void run() {
        recordState(clock.at(monotonic.nanos()));
        List<Posted> batch = new ArrayList<>();
        while (!stopping || !queue.isEmpty()) {
            progress = monotonic.nanos();
            batch.clear();
            await(batch);
            queue.drainTo(batch, MOST_IN_ONE_COMMIT);
            for (List<Posted> part : partsAtClockSets(batch)) {
                handle(part);
            }
        }
        commits.checkpoint(new Effects(), substation.state(), now);
    }

    void stop() {
        stopping = true;
    }

    /** Nanoseconds since the loop last came round. */
    long sinceProgress() {
        return monotonic.nanos() - progress;
    }

    private void await(List<Posted> batch) {
        try {
            Posted first = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
            }
        } catch (InterruptedException e) {
            LOG.warn("control: interrupted; it goes on until it is stopped");
        }
    }

    /** What came before the clock was set is numbered before the statement that its stamps move. */
    private static List<List<Posted>> partsAtClockSets(List<Posted> batch) {
        List<List<Posted>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (Posted posted : batch) {
            if (posted.event() instanceof Event.ClockSet) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(posted);
        }
        return parts;
    }

    private void handle(List<Posted> batch) {
        Effects effects = new Effects();
        List<Decision> decisions = new ArrayList<>();
        Set<String> read = new HashSet<>();
        for (Posted posted : batch) {
            if (posted.event() instanceof Event.ClockSet set) {
                commits.clockSet(set);
                clock.follow();
                now = Instant.MIN;
            }
            decide(clock.at(posted.nanos()), posted.event(), effects, decisions);
            if (posted.event() instanceof Event.MeterRead visit) {
                read.add(visit.meter());
            }
        }
        decide(clock.at(monotonic.nanos()), new Tick(), effects, decisions);
        boolean mustStore = batch.stream().anyMatch(posted -> isAwaited(posted.event()));
        if (mustStore || !effects.isEmpty() || commits.isCheckpointDue()) {
            commits.commit(effects, substation.state(), now);
        }
        for (AgentRecord record : effects.records()) {
            if (record instanceof AgentRecord.IntervalClosed closed) {
                intervals.add(closed);
            }
        }
        batch.forEach(posted -> posted.durable().complete(null));
        if (!effects.setPoints().isEmpty()) {
            outward.setPoints(effects.setPoints());
        }
        if (!effects.records().isEmpty()) {
            outward.recordsAdded();
        }
        if (!read.isEmpty()) {
            outward.views(substation.views(read, now));
        }
        generators.look(substation, effects, now, monotonic.nanos());
        flight.decided(decisions);
        recordState(now);
    }

    private void recordState(Instant at) {
        if (flight.wantsState()) {
            flight.state(at, StateCodec.parts(substation.state()));
        }
    }

    private void decide(Instant at, Event event, Effects effects, List<Decision> decisions) {
        int records = effects.records().size();
        int setPoints = effects.setPoints().size();
        substation.handle(advance(at), event, effects);
        decisions.add(new Decision(
                now,
                event,
                effects.setPoints().subList(setPoints, effects.setPoints().size()),
                effects.records().subList(records, effects.records().size())));
    }

    /** The ISO waits for these to be stored; readings can wait for the next checkpoint. */
    private static boolean isAwaited(Event event) {
        if (event instanceof Event.Sequenced signed) {
            return isAwaited(signed.message());
        }
        return !(event instanceof Event.MeterRead
                || event instanceof Event.LimitReported
                || event instanceof Event.LimitHeld
                || event instanceof Event.FrequencyArrived
                || event instanceof Event.AceArrived
                || event instanceof Event.LoadingArrived
                || event instanceof Event.StandingArrived
                || event instanceof Event.TimeJudged
                || event instanceof Tick);
    }

    private Instant advance(Instant at) {
        now = at.isAfter(now) ? at : now;
        return now;
    }
}
