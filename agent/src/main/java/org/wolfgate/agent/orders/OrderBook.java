package org.wolfgate.agent.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.orders.OrderAdmission.Objection;
import org.wolfgate.drivers.ActivePower;

/**
 * Every order of the substation and its life-cycle; time comes in as an argument. Of one issuer's accepted orders of a
 * node whose windows cover an instant, the one with the highest sequence is in force; those below it are superseded for
 * good. Where several issuers order one node, the lowest of their caps counts. Nothing but an order's own end, a later
 * order of its issuer or a cancellation ever takes it out of force.
 */
public final class OrderBook {

    /** How long a finished order is remembered, so that a repeat of its message is known for one. */
    private static final Duration MEMORY = Duration.ofDays(8);

    private static final Comparator<OrderEntry> AGE = Comparator.comparing(OrderEntry::receivedAt)
            .thenComparing(entry -> entry.order().sequence())
            .thenComparing(entry -> entry.order().id());

    private final Map<String, ActivePower> ratings;
    private final Map<String, OrderEntry> live = new LinkedHashMap<>();
    private final Map<String, OrderEntry> finished = new LinkedHashMap<>();
    private final Map<String, Long> lastSequence = new LinkedHashMap<>();

    /**
     * What survives a restart.
     *
     * @param entries every order that is remembered, by its id
     * @param lastSequence by issuer
     */
    public record State(Map<String, OrderEntry> entries, Map<String, Long> lastSequence) {
        public static final State EMPTY = new State(Map.of(), Map.of());
    }

    /**
     * Opens the book, empty or as it was stored.
     *
     * @param ratings the nodes of this substation and their rated power
     */
    public OrderBook(Map<String, ActivePower> ratings, State resumed) {
        this.ratings = Map.copyOf(ratings);
        resumed.entries().values().stream().sorted(AGE).forEach(this::keep);
        lastSequence.putAll(resumed.lastSequence());
    }

    public State state() {
        Map<String, OrderEntry> entries = new HashMap<>(finished);
        entries.putAll(live);
        return new State(entries, Map.copyOf(lastSequence));
    }

    /** Takes an unsigned order in, as on a bench. */
    List<OrderEvent> receive(CurtailmentOrder order, Instant now) {
        return receive(order, false, now);
    }

    /**
     * Takes an order in; the events say whether it is obeyed and what it changed.
     *
     * @param signed whether its issuer's signature was verified
     */
    public List<OrderEvent> receive(CurtailmentOrder order, boolean signed, Instant now) {
        Optional<OrderEntry> known = find(order.id());
        if (known.isPresent()) {
            return List.of(repeated(known.get(), order, now));
        }
        Optional<Objection> objection = OrderAdmission.check(order, ratings, lastSequence(order.issuer()), now);
        if (objection.isPresent()) {
            Objection no = objection.get();
            return List.of(OrderEvent.refused(order.id(), Optional.of(order.node()), no.refusal(), no.reason(), now));
        }
        lastSequence.put(order.issuer(), order.sequence());
        keep(new OrderEntry(order, OrderState.SCHEDULED, now, Optional.empty()));
        List<OrderEvent> events = new ArrayList<>();
        events.add(OrderEvent.step(order, OrderState.RECEIVED, "stored", now));
        String authentic = signed ? "signed by " + order.issuer() : "not signed";
        events.add(OrderEvent.step(order, OrderState.VERIFIED, "fresh, possible and ours; " + authentic, now));
        events.add(OrderEvent.step(order, OrderState.SCHEDULED, "from " + order.start(), now));
        events.addAll(advance(now));
        return events;
    }

    /** Withdraws an order. */
    public List<OrderEvent> cancel(Cancellation cancellation, Instant now) {
        OrderEntry entry = find(cancellation.order()).orElse(null);
        boolean own = entry != null && entry.order().issuer().equals(cancellation.issuer());
        if (entry != null && own && entry.state() == OrderState.CANCELLED) {
            return List.of(OrderEvent.repeat(entry, now));
        }
        if (cancellation.sequence() <= lastSequence(cancellation.issuer())) {
            String reason =
                    "sequence " + cancellation.sequence() + " is not above " + lastSequence(cancellation.issuer());
            return List.of(
                    OrderEvent.refused(cancellation.id(), Optional.empty(), Refusal.STALE_SEQUENCE, reason, now));
        }
        if (entry == null || !own || !entry.live()) {
            String reason = "no live order '" + cancellation.order() + "' of " + cancellation.issuer() + " is here";
            return List.of(OrderEvent.refused(cancellation.id(), Optional.empty(), Refusal.UNKNOWN_ORDER, reason, now));
        }
        lastSequence.put(cancellation.issuer(), cancellation.sequence());
        List<OrderEvent> events = new ArrayList<>();
        events.add(move(entry, OrderState.CANCELLED, cancellation.reason(), now));
        events.addAll(advance(now));
        return events;
    }

    /** Lets time pass: orders start, end, and give way to later ones. */
    public List<OrderEvent> advance(Instant now) {
        List<OrderEvent> events = new ArrayList<>(supersede(now));
        for (OrderEntry entry : live()) {
            if (!entry.order().end().isAfter(now)) {
                events.add(move(
                        entry,
                        OrderState.EXPIRED,
                        "its window ended at " + entry.order().end(),
                        now));
            }
        }
        live().stream()
                .filter(entry ->
                        entry.state() == OrderState.SCHEDULED && entry.order().covers(now))
                .forEach(entry -> events.add(enforce(entry, now)));
        finished.values().removeIf(entry -> entry.order().end().plus(MEMORY).isBefore(now));
        return events;
    }

    /** Notes what plants or meter showed of the order in force: applied, confirmed, not achieved. */
    public List<OrderEvent> note(String orderId, OrderState state, String reason, Instant now) {
        return find(orderId)
                .filter(entry -> entry.state().mayBecome(state))
                .map(entry -> List.of(move(entry, state, reason, now)))
                .orElse(List.of());
    }

    /** The order that caps a node at an instant, if any: the strictest of its issuers' latest. */
    public Optional<OrderEntry> inForce(String node, Instant at) {
        Map<String, OrderEntry> latest = new LinkedHashMap<>();
        live.values().stream()
                .filter(entry -> entry.order().node().equals(node) && entry.holdsAt(at))
                .forEach(entry -> latest.merge(
                        entry.order().issuer(),
                        entry,
                        (a, b) -> a.order().sequence() > b.order().sequence() ? a : b));
        return latest.values().stream()
                .min(Comparator.comparing((OrderEntry entry) -> entry.order().cap())
                        .thenComparing(entry -> entry.order().issuer()));
    }

    /** The sequence of the last order or cancellation taken from an issuer; zero before the first. */
    public long lastSequence(String issuer) {
        return lastSequence.getOrDefault(issuer, 0L);
    }

    public Optional<OrderEntry> find(String orderId) {
        return Optional.ofNullable(live.get(orderId)).or(() -> Optional.ofNullable(finished.get(orderId)));
    }

    /** Orders not yet in a final state, oldest first. */
    public List<OrderEntry> live() {
        return List.copyOf(live.values());
    }

    private void keep(OrderEntry entry) {
        String id = entry.order().id();
        if (entry.live()) {
            live.put(id, entry);
        } else {
            live.remove(id);
            finished.put(id, entry);
        }
    }

    /**
     * A later order of the same issuer and node takes over for good where the windows first meet, also if nobody looked at
     * that moment: an agent that was away must not bring an order back that the ISO had replaced.
     */
    private List<OrderEvent> supersede(Instant now) {
        List<OrderEvent> events = new ArrayList<>();
        for (OrderEntry entry : live()) {
            live().stream()
                    .filter(later -> replaces(later, entry, now))
                    .findFirst()
                    .ifPresent(later -> events.add(move(
                            entry,
                            OrderState.SUPERSEDED,
                            "by order " + later.order().id(),
                            now)));
        }
        return events;
    }

    private static boolean replaces(OrderEntry later, OrderEntry entry, Instant now) {
        CurtailmentOrder a = entry.order();
        CurtailmentOrder b = later.order();
        Instant meet = a.start().isAfter(b.start()) ? a.start() : b.start();
        return a.issuer().equals(b.issuer())
                && a.node().equals(b.node())
                && b.sequence() > a.sequence()
                && !meet.isAfter(now)
                && meet.isBefore(a.end())
                && meet.isBefore(b.end())
                && later.receivedAt().isBefore(a.end());
    }

    private OrderEvent enforce(OrderEntry entry, Instant now) {
        keep(entry.inForce());
        return OrderEvent.step(
                entry.order(), OrderState.APPLYING, "cap " + entry.order().cap(), now);
    }

    private OrderEvent move(OrderEntry entry, OrderState state, String reason, Instant now) {
        keep(entry.to(state));
        return OrderEvent.step(entry.order(), state, reason, now);
    }

    private static OrderEvent repeated(OrderEntry known, CurtailmentOrder order, Instant now) {
        return known.order().equals(order)
                ? OrderEvent.repeat(known, now)
                : OrderEvent.refused(
                        order.id(),
                        Optional.of(order.node()),
                        Refusal.CONTRADICTS_EARLIER,
                        "an order with this id and other content came before",
                        now);
    }
}
