package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.curtailment.CapRule.Ruling;
import org.wolfgate.agent.curtailment.FailSafeAction.Fallback;
import org.wolfgate.agent.curtailment.FailSafeAction.Hold;
import org.wolfgate.agent.curtailment.FailSafeAction.Trip;
import org.wolfgate.agent.curtailment.FailSafePolicy.Rung;
import org.wolfgate.agent.curtailment.Ramp.Level;
import org.wolfgate.agent.curtailment.Situation.LocalLimit;
import org.wolfgate.agent.orders.Cancellation;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.OrderBook;
import org.wolfgate.drivers.ActivePower;

/**
 * One node, its order book and its cap rule, together with a plain model of what is lawful. Each step makes a new world, so
 * that every order of events can be tried.
 *
 * @param second the time, in whole seconds
 * @param word when the ISO was last heard
 * @param down what gives no good word at the moment
 * @param since when each thing last gave one, or the agent started
 * @param told the ISO's orders as the model keeps them
 * @param local MW that the substation's own flowgates leave to the node; empty if they do not matter
 * @param level the limit that the plants are given, with a dwell before each rise
 */
record World(
        OrderBook.State book,
        CapState memory,
        Optional<Cap> cap,
        int second,
        int word,
        Set<Dependency> down,
        Map<Dependency, Integer> since,
        List<Told> told,
        Optional<Integer> local,
        Level level) {

    static final ActivePower RATING = megawatts(60);
    static final int SILENT = 2;
    static final int UPSTREAM_FALLBACK = 4;
    static final int METER_FALLBACK = 3;
    static final int TIME_TRIP = 4;
    static final int LEAVE = 1;
    static final int DWELL = 2;

    private static final RampLimits RAMP =
            new RampLimits(ActivePower.ZERO, ActivePower.ZERO, Duration.ofSeconds(DWELL), ActivePower.ZERO);
    private static final List<Optional<Integer>> LOCAL = List.of(Optional.empty(), Optional.of(25), Optional.of(12));
    static final FailSafePolicy POLICY = new FailSafePolicy(
            Map.of(
                    Dependency.UPSTREAM,
                    List.of(
                            new Rung(Duration.ofSeconds(SILENT), new Hold()),
                            new Rung(
                                    Duration.ofSeconds(UPSTREAM_FALLBACK),
                                    new Fallback(megawatts(30), ActivePower.ZERO))),
                    Dependency.METER,
                    List.of(new Rung(
                            Duration.ofSeconds(METER_FALLBACK), new Fallback(megawatts(20), ActivePower.ZERO))),
                    Dependency.PLANT,
                    List.of(new Rung(Duration.ofSeconds(2), new Hold())),
                    Dependency.TIME,
                    List.of(new Rung(Duration.ofSeconds(TIME_TRIP), new Trip()))),
            Duration.ofSeconds(LEAVE));

    private static final Instant ZERO = Instant.parse("2030-06-01T12:00:00Z");

    /** An order in the model: over once cancelled, ended, or covered at the same second as a later one. */
    record Told(int sequence, int cap, int start, int end, boolean over) {
        Told ended() {
            return new Told(sequence, cap, start, end, true);
        }

        boolean covers(int second) {
            return !over && second >= start && second < end;
        }
    }

    static World empty() {
        Map<Dependency, Integer> since = new EnumMap<>(Dependency.class);
        for (Dependency each : Dependency.values()) {
            since.put(each, 0);
        }
        return new World(
                OrderBook.State.EMPTY,
                CapState.NEW,
                Optional.empty(),
                0,
                0,
                Set.of(),
                Map.copyOf(since),
                List.of(),
                Optional.empty(),
                Level.of(RATING));
    }

    /** The ISO orders a cap from {@code in} seconds on, for {@code length} seconds. */
    World order(int cap, int in, int length) {
        int sequence = last() + 1;
        OrderBook orders = open();
        Instant start = at(second + in);
        orders.receive(
                new CurtailmentOrder(
                        "o" + sequence,
                        sequence,
                        "iso",
                        "n",
                        megawatts(cap),
                        Optional.empty(),
                        Optional.empty(),
                        start,
                        start.plusSeconds(length),
                        Duration.ofSeconds(1),
                        "r",
                        at(second)),
                true,
                at(second));
        List<Told> more = new ArrayList<>(told);
        more.add(new Told(sequence, cap, second + in, second + in + length, false));
        return new World(orders.state(), memory, cap(), second, second, down, since, model(more, second), local, level)
                .decided();
    }

    /** The ISO withdraws its last order. */
    World cancel() {
        if (told.isEmpty() || told.get(told.size() - 1).over()) {
            return this;
        }
        Told victim = told.get(told.size() - 1);
        if (victim.end() <= second) {
            return this;
        }
        OrderBook orders = open();
        orders.cancel(new Cancellation("c", last() + 1, "iso", "o" + victim.sequence(), "r", at(second)), at(second));
        List<Told> rest = new ArrayList<>(told);
        rest.set(rest.size() - 1, victim.ended());
        // The cancellation has a number of its own; the model keeps it as an order that never was.
        rest.add(new Told(victim.sequence() + 1, 0, 0, 0, true));
        return new World(orders.state(), memory, cap, second, second, down, since, rest, local, level).decided();
    }

    /** The ISO says that no order was missed. */
    World standing() {
        return new World(book, memory, cap, second, second, down, since, told, local, level).decided();
    }

    /** Something falls silent, or comes back. */
    World toggle(Dependency dependency) {
        Set<Dependency> next = EnumSet.copyOf(EnumSet.of(Dependency.UPSTREAM, Dependency.values()));
        next.removeIf(each -> each == dependency ? down.contains(each) : !down.contains(each));
        return new World(book, memory, cap, second, word, Set.copyOf(next), since, told, local, level).decided();
    }

    /** Nothing happens for some seconds, and nobody looks at the clock in between. */
    World pass(int seconds) {
        int then = second + seconds;
        List<Told> model = told;
        for (int s = second + 1; s <= then; s++) {
            model = model(model, s);
        }
        OrderBook orders = open();
        orders.advance(at(then));
        return new World(orders.state(), memory, cap, then, word, down, since, model, local, level).decided();
    }

    /** The agent was away for some seconds and starts again from what it stored. */
    World restart(int away) {
        int then = second + away;
        Map<Dependency, Integer> fresh = new EnumMap<>(Dependency.class);
        for (Dependency each : Dependency.values()) {
            fresh.put(each, then);
        }
        World later = pass(away);
        return new World(later.book, memory, cap, then, word, down, Map.copyOf(fresh), later.told, local, level)
                .decided();
    }

    /** The substation's own flowgates leave less, still less, and then all of it. */
    World nextLocalLimit() {
        Optional<Integer> next = LOCAL.get((LOCAL.indexOf(local) + 1) % LOCAL.size());
        return new World(book, memory, cap, second, word, down, since, told, next, level).decided();
    }

    /** What the model holds to be lawful. */
    Optional<ActivePower> lawful() {
        Optional<ActivePower> own = local.map(World::megawatts);
        return ordered().map(power -> own.map(power::min).orElse(power)).or(() -> own);
    }

    /** What the model holds to be ordered. */
    Optional<ActivePower> ordered() {
        return told.stream()
                .filter(each -> each.covers(second))
                .reduce((a, b) -> b)
                .map(each -> megawatts(each.cap()));
    }

    ActivePower limit() {
        return cap.flatMap(Cap::limit).orElse(RATING);
    }

    int age(Dependency dependency) {
        return second - (dependency == Dependency.UPSTREAM ? Math.max(word, since(dependency)) : since(dependency));
    }

    private int since(Dependency dependency) {
        return since.getOrDefault(dependency, 0);
    }

    private World decided() {
        Map<Dependency, Integer> good = new EnumMap<>(Dependency.class);
        Map<Dependency, Instant> lastGood = new EnumMap<>(Dependency.class);
        for (Dependency each : Dependency.values()) {
            boolean up = each != Dependency.UPSTREAM && !down.contains(each);
            int last = up ? second : Math.max(since(each), each == Dependency.UPSTREAM ? word : 0);
            good.put(each, last);
            lastGood.put(each, at(last));
        }
        Situation situation = new Situation(
                RATING,
                open().inForce("n", at(second)).map(entry -> entry.order()),
                local.map(power -> new LocalLimit(megawatts(power), "local flowgate")).stream()
                        .toList(),
                lastGood,
                POLICY.silent(at(word), at(second)));
        Ruling ruling = CapRule.next(memory, situation, POLICY, at(second));
        ActivePower limit = ruling.cap().limit().orElse(RATING);
        Level next = Ramp.next(level, new Ramp.Target(limit, RATING, false), RAMP, at(second));
        return new World(
                book,
                ruling.state(),
                Optional.of(ruling.cap()),
                second,
                word,
                down,
                Map.copyOf(good),
                told,
                local,
                next);
    }

    private OrderBook open() {
        return new OrderBook(Map.of("n", RATING), book);
    }

    private int last() {
        return told.isEmpty() ? 0 : told.get(told.size() - 1).sequence();
    }

    /** At each second the latest order that covers it ends all earlier ones that cover it too. */
    private static List<Told> model(List<Told> orders, int second) {
        int top = orders.stream()
                .filter(each -> each.covers(second))
                .mapToInt(Told::sequence)
                .max()
                .orElse(0);
        return orders.stream()
                .map(each -> each.covers(second) && each.sequence() < top ? each.ended() : each)
                .toList();
    }

    static Instant at(int second) {
        return ZERO.plusSeconds(second);
    }

    private static ActivePower megawatts(int megawatts) {
        return new ActivePower(megawatts * 1_000_000L);
    }
}
