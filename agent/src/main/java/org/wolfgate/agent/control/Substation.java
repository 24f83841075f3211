package org.wolfgate.agent.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.AgentRecord.OrderStep;
import org.wolfgate.agent.control.Event.AceArrived;
import org.wolfgate.agent.control.Event.CancellationArrived;
import org.wolfgate.agent.control.Event.ClockSet;
import org.wolfgate.agent.control.Event.FinalSpotArrived;
import org.wolfgate.agent.control.Event.FrequencyArrived;
import org.wolfgate.agent.control.Event.LimitHeld;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.control.Event.LoadingArrived;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.Noted;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.OrderRefused;
import org.wolfgate.agent.control.Event.ScheduleArrived;
import org.wolfgate.agent.control.Event.Sequenced;
import org.wolfgate.agent.control.Event.SpotArrived;
import org.wolfgate.agent.control.Event.StandingArrived;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.Event.TimeJudged;
import org.wolfgate.agent.control.Event.TranchesArrived;
import org.wolfgate.agent.control.GeneratorView.Standing;
import org.wolfgate.agent.curtailment.Dependency;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.orders.OrderBook;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.orders.OrderEvent;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.agent.settlement.RightsCheck;

/**
 * The whole substation as a state machine. Events come in with their time, which runs backwards only with a {@link
 * ClockSet}; what follows goes into {@link Effects}.
 */
public final class Substation {

    private final OrderBook orders;
    private final MarketBook market;
    private final Streams streams;
    private final Claims claims;
    private final IsoFrequency iso = new IsoFrequency();
    private final IsoControlError ace = new IsoControlError();
    private final Map<String, NodeControl> nodes = new LinkedHashMap<>();
    private final LocalFlowgates flowgates;
    private final GateLoadings loadings;
    private final LoadingNews loadingNews;
    private final OrderLife life;
    private final PeerFrequency peers = new PeerFrequency();
    private final NodeViews views;
    private final GeneratorViews generators;
    private boolean timeTrusted = true;
    private final MissedOrders missed = new MissedOrders();

    public Substation(SubstationSettings settings, SubstationState resumed) {
        this.orders = new OrderBook(settings.ratings(), resumed.orders());
        this.market = new MarketBook(resumed.market());
        this.streams = new Streams(resumed.streams());
        this.claims = new Claims(resumed.claims());
        this.flowgates = new LocalFlowgates(settings.gates(), market, resumed.local());
        this.loadings = new GateLoadings(settings.priced());
        this.loadingNews = new LoadingNews(loadings);
        this.life = new OrderLife(orders, claims, nodes);
        IntervalPricing pricing = new IntervalPricing(settings.price(), iso, ace, peers, loadings);
        for (NodeSettings node : settings.nodes()) {
            NodeState state = resumed.nodes().getOrDefault(node.id(), NodeState.NEW);
            nodes.put(
                    node.id(),
                    new NodeControl(node, market, pricing, state, WaitingIntervals.resumed(node.id(), resumed)));
        }
        this.views = new NodeViews(settings.price(), ace, loadings, orders, market);
        this.generators = new GeneratorViews(settings.price(), orders, market, claims);
    }

    /** What to keep for a restart. */
    public SubstationState state() {
        Map<String, NodeState> states = nodes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().state()));
        Map<String, List<Waiting>> waiting = new LinkedHashMap<>();
        nodes.forEach((id, node) ->
                node.waiting().state().forEach((piece, intervals) -> waiting.put(id + "/" + piece, intervals)));
        return new SubstationState(
                orders.state(), market.state(), streams.state(), claims.state(), states, flowgates.caps(), waiting);
    }

    /** Takes one event in. Times count to the millisecond. */
    public void handle(Instant at, Event event, Effects effects) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        life.follow(orders.advance(now), now, effects);
        nodes.values()
                .forEach(node ->
                        node.compliance().follow(orders.inForce(node.settings().id(), now), now));
        take(now, event, effects);
        peers.news().ifPresent(interval -> repriceByFrequency(interval::equals, effects));
        if (timeTrusted) {
            nodes.values().forEach(node -> node.good(Dependency.TIME, now));
        }
        nodes.values().forEach(node -> settle(node, now, effects));
    }

    private void take(Instant now, Event event, Effects effects) {
        if (event instanceof MeterRead read) {
            nodes.values().stream()
                    .filter(node -> node.settings().meter().equals(read.meter()))
                    .forEach(node -> node.read(now, read.reading(), effects));
            flowgates.read(read.meter(), read.reading(), nodes.values(), now, effects);
            flowgates.loadings(read.meter(), now).forEach((gate, loading) -> loadings.accept(gate, now, loading, now));
        } else if (event instanceof LimitReported report) {
            nodes.values().forEach(node -> node.reported(report, now, effects));
        } else if (event instanceof LimitHeld look) {
            nodes.values().forEach(node -> node.look(look, now, effects));
        } else if (event instanceof OrderArrived arrived) {
            heard(life.follow(orders.receive(arrived.order(), arrived.signed(), now), now, effects), now);
        } else if (event instanceof CancellationArrived arrived) {
            heard(life.follow(orders.cancel(arrived.cancellation(), now), now, effects), now);
        } else if (event instanceof OrderRefused refused) {
            effects.record(new OrderStep(
                    OrderEvent.refused(refused.id(), refused.node(), refused.why(), refused.detail(), now)));
        } else if (event instanceof Sequenced signed) {
            sequenced(now, signed, effects);
        } else {
            publish(now, event, effects);
        }
    }

    /** The last message of a stream comes again whenever the broker sends what it retains; an older one is a replay. */
    private void sequenced(Instant now, Sequenced signed, Effects effects) {
        long last = streams.last(signed.stream());
        if (streams.take(signed.stream(), signed.sequence())) {
            publish(now, signed.message(), effects);
        } else if (signed.sequence() < last) {
            String detail = signed.stream() + ": sequence " + signed.sequence() + " is not above " + last;
            effects.record(new Note(now, "market message refused", detail));
        }
    }

    /** The nodes as they are now, in the order of the configuration. */
    public List<NodeView> views(Instant now) {
        return nodes.values().stream().map(node -> views.of(node, now)).toList();
    }

    /** The nodes behind these meters as they are now, in the order of the configuration. */
    public List<NodeView> views(Set<String> meters, Instant now) {
        return nodes.values().stream()
                .filter(node -> meters.contains(node.settings().meter()))
                .map(node -> views.of(node, now))
                .toList();
    }

    /** What each node's generators act upon, by node. */
    public Map<String, Standing> standings(Instant now) {
        return generators.standings(nodes.values(), now);
    }

    /** What the generators behind some nodes are told, in the order of the configuration. */
    public List<GeneratorView> generators(Set<String> wanted, Instant now) {
        return generators.of(nodes.values(), wanted, now);
    }

    private void publish(Instant now, Event event, Effects effects) {
        if (event instanceof ScheduleArrived s && known(s.node(), "schedule", now, effects)) {
            if (market.schedule(s.node(), s.id(), s.blocks())) {
                checkRights(s, now, effects);
            }
            node(s.node()).reprice(w -> w.misses(MissingInput.SCHEDULE), effects);
        } else if (event instanceof TranchesArrived t && known(t.node(), "tranches", now, effects)) {
            market.tranches(t.node(), t.tranches());
        } else if (event instanceof StandingArrived standing) {
            if (missed.none(standing, orders.lastSequence(standing.issuer()), now, effects)) {
                nodes.values().forEach(node -> node.good(Dependency.UPSTREAM, now));
            }
        } else if (event instanceof TimeJudged judged) {
            timeTrusted = judged.trusted();
        } else if (event instanceof SpotArrived spot) {
            market.spot(spot.zone(), spot.blocks());
            nodes.values().forEach(node -> node.reprice(w -> w.misses(MissingInput.SPOT_PRICE), effects));
            market.forget(oldestInForce(now));
        } else if (event instanceof FinalSpotArrived last) {
            new FinalPrices(claims, orders).take(last, now, effects);
        } else if (event instanceof FrequencyArrived f) {
            iso.accept(f.measuredAt(), f.frequency(), now);
            repriceByFrequency(interval -> !interval.contains(f.measuredAt()), effects);
        } else if (event instanceof AceArrived a) {
            ace.accept(a.measuredAt(), a.ace(), now);
        } else if (event instanceof LoadingArrived loading) {
            loadingNews.take(loading, nodes.values(), now, effects);
        } else if (event instanceof ClockSet set) {
            nodes.values().forEach(node -> node.clockSet(set.before(), set.after(), effects));
            flowgates.clockSet(set.after());
            loadings.clockSet();
            effects.record(new Note(now, "clock set", "from " + set.before() + " to " + set.after()));
        } else if (event instanceof Noted noted) {
            effects.record(new Note(now, noted.what(), noted.detail()));
        } else if (event instanceof Tick) {
            nodes.values().forEach(node -> node.tick(now, effects));
            loadingNews.tick(nodes.values(), now, effects);
            if (iso.fellQuiet(now)) {
                repriceByFrequency(interval -> true, effects);
            }
        }
    }

    /** The operator is told of a schedule without its flowgate rights; it is taken all the same. */
    private void checkRights(ScheduleArrived schedule, Instant now, Effects effects) {
        node(schedule.node())
                .settings()
                .gates()
                .map(gates -> new RightsCheck(schedule.node(), gates).problems(schedule.id(), schedule.blocks()))
                .filter(problems -> !problems.isEmpty())
                .ifPresent(problems -> effects.record(new Note(now, "flowgate rights", String.join("; ", problems))));
    }

    /** An order or cancellation that was taken in is a word of the ISO; one that was refused is none. */
    private void heard(List<OrderEvent> events, Instant now) {
        if (events.stream().noneMatch(event -> event.state() == OrderState.REFUSED)) {
            nodes.values().forEach(node -> node.good(Dependency.UPSTREAM, now));
        }
    }

    private void repriceByFrequency(Predicate<Interval> complete, Effects effects) {
        nodes.values()
                .forEach(node ->
                        node.reprice(w -> w.misses(MissingInput.FREQUENCY) && complete.test(w.trueTime()), effects));
    }

    private NodeControl node(String id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    private boolean known(String node, String what, Instant now, Effects effects) {
        if (!nodes.containsKey(node)) {
            effects.record(new Note(now, "market message refused", what + " for unknown node '" + node + "'"));
            return false;
        }
        return true;
    }

    /** Verdicts need the prices since their order came into force, waiting intervals those of their time. */
    private Instant oldestInForce(Instant now) {
        Stream<Instant> verdicts = orders.live().stream().flatMap(entry -> entry.inForceSince().stream());
        Stream<Instant> waiting = nodes.values().stream().flatMap(node -> node.waiting().oldest(now).stream());
        return Stream.concat(verdicts, waiting)
                .filter(now::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    /** Brings plants and order states in line with what is in force and what was seen. */
    private void settle(NodeControl node, Instant now, Effects effects) {
        Optional<OrderEntry> inForce = orders.inForce(node.settings().id(), now);
        node.enforce(inForce, flowgates.limits(node.settings().id()), now, effects);
        flowgates.follow(node, now);
        inForce.ifPresent(entry -> life.shown(node, entry.order(), now, effects));
    }
}
