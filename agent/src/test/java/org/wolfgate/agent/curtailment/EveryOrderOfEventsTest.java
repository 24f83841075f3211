package org.wolfgate.agent.curtailment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;

/** The cap in force, tried in every order of events up to a depth. */
class EveryOrderOfEventsTest {

    /** Six takes a minute and a half on two slow cores; run it with -Dwolfgate.depth=6. */
    private static final int DEPTH = Integer.getInteger("wolfgate.depth", 5);

    private static final Map<String, UnaryOperator<World>> EVENTS = new LinkedHashMap<>();
    private static final Set<String> WORDS = Set.of("low order", "high order", "later order", "cancel", "standing");

    static {
        EVENTS.put("low order", world -> world.order(10, 0, 3));
        EVENTS.put("high order", world -> world.order(40, 0, 5));
        EVENTS.put("later order", world -> world.order(15, 2, 4));
        EVENTS.put("cancel", World::cancel);
        EVENTS.put("standing", World::standing);
        EVENTS.put("local limit", World::nextLocalLimit);
        EVENTS.put("meter", world -> world.toggle(Dependency.METER));
        EVENTS.put("plant", world -> world.toggle(Dependency.PLANT));
        EVENTS.put("time", world -> world.toggle(Dependency.TIME));
        EVENTS.put("1 s", world -> world.pass(1));
        EVENTS.put("3 s", world -> world.pass(3));
        EVENTS.put("restart after 3 s", world -> world.restart(3));
    }

    private record Path(World world, List<String> story) {}

    @Test
    void noOrderOfEventsLiftsACapThatOughtToHoldOrKeepsOneThatOughtNot() {
        List<Path> front = List.of(new Path(World.empty(), List.of()));
        Set<World> seen = new HashSet<>();
        int steps = 0;
        for (int depth = 0; depth < DEPTH; depth++) {
            List<Path> next = new ArrayList<>();
            for (Path path : front) {
                for (Map.Entry<String, UnaryOperator<World>> event : EVENTS.entrySet()) {
                    World after = event.getValue().apply(path.world());
                    steps++;
                    List<String> story = new ArrayList<>(path.story());
                    story.add(event.getKey());
                    check(path.world(), event.getKey(), after, story);
                    if (seen.add(after)) {
                        next.add(new Path(after, story));
                    }
                }
            }
            front = next;
        }
        assertTrue(seen.size() > 5_000, seen.size() + " different worlds in " + steps + " steps");
    }

    private static void check(World before, String event, World after, List<String> story) {
        String told = story + " -> " + after;
        neverAboveALawfulCap(after, told);
        neverReleasedBySilence(before, event, after, told);
        inFailSafeWithinTheDeclaredDelay(after, told);
        outOfFailSafeOnGoodNews(before, event, after, told);
        thePlantsNeverAboveTheCapAndOnlyRaisedAfterTheDwell(before, after, told);
    }

    private static void neverAboveALawfulCap(World after, String told) {
        ActivePower most = after.lawful().orElse(World.RATING);
        assertTrue(after.limit().compareTo(most) <= 0, () -> "above the lawful " + most + ": " + told);
    }

    private static void neverReleasedBySilence(World before, String event, World after, String told) {
        if (after.limit().compareTo(before.limit()) <= 0 || WORDS.contains(event)) {
            return;
        }
        boolean heard = after.second() - after.word() < World.SILENT;
        boolean laterOrder = after.ordered().isPresent() && after.lawful().equals(Optional.of(after.limit()));
        boolean localGone = event.equals("local limit");
        boolean wasFailSafe = before.memory().failSafe().isPresent();
        boolean back = wasFailSafe && after.memory().failSafe().isEmpty();
        boolean newClocks = wasFailSafe && event.startsWith("restart");
        boolean lawful = heard
                || laterOrder
                || localGone
                || back
                || newClocks
                || releaseDue(before, after)
                || otherCause(before, after);
        assertTrue(lawful, () -> "released by silence: " + told);
        Optional<ActivePower> owed = before.memory().held().map(order -> order.cap());
        if (!heard && !laterOrder && owed.isPresent()) {
            assertTrue(after.limit().compareTo(owed.get()) <= 0, () -> "the end of an order in silence: " + told);
        }
    }

    /** Good news came before, and the declared time was over before the next loss. */
    private static boolean releaseDue(World before, World after) {
        return before.memory()
                .failSafe()
                .flatMap(CapState.FailSafe::recoveredAt)
                .filter(at -> !World.at(after.second()).isBefore(at.plusSeconds(World.LEAVE)))
                .isPresent();
    }

    /** One thing came back while another is still lost: the cap is that of the other. */
    private static boolean otherCause(World before, World after) {
        return before.memory().failSafe().isPresent()
                && after.memory().failSafe().isPresent()
                && before.memory().failSafe().get().cause()
                        != after.memory().failSafe().get().cause();
    }

    private static void inFailSafeWithinTheDeclaredDelay(World after, String told) {
        atMost(after, after.age(Dependency.UPSTREAM) >= World.UPSTREAM_FALLBACK, 30, told);
        atMost(after, after.age(Dependency.METER) >= World.METER_FALLBACK, 20, told);
        atMost(after, after.age(Dependency.TIME) >= World.TIME_TRIP, 0, told);
    }

    private static void thePlantsNeverAboveTheCapAndOnlyRaisedAfterTheDwell(World before, World after, String told) {
        ActivePower was = before.level().limit();
        ActivePower is = after.level().limit();
        assertTrue(is.compareTo(after.limit()) <= 0, () -> "the plants are above the cap: " + told);
        boolean dwelt =
                !World.at(after.second()).isBefore(before.level().changedAt().plusSeconds(World.DWELL));
        assertTrue(is.compareTo(was) <= 0 || dwelt, () -> "raised before the dwell was over: " + told);
        assertTrue(!dwelt || is.equals(after.limit()), () -> "not raised after the dwell: " + told);
    }

    private static void atMost(World after, boolean lost, int megawatts, String told) {
        if (lost) {
            assertTrue(after.limit().watts() <= megawatts * 1_000_000L, () -> "not in fail-safe: " + told);
            assertTrue(after.cap().orElseThrow().failSafe().isPresent(), () -> "no reason shown: " + told);
        }
    }

    private static void outOfFailSafeOnGoodNews(World before, String event, World after, String told) {
        boolean good = after.down().isEmpty() && after.second() - after.word() < World.SILENT;
        boolean wasGood = before.down().isEmpty() && before.second() - before.word() < World.SILENT;
        boolean waited = after.second() - before.second() >= World.LEAVE && !event.startsWith("restart");
        if (good && wasGood && waited) {
            assertTrue(after.memory().failSafe().isEmpty(), () -> "still in fail-safe: " + told);
            assertEquals(after.lawful().orElse(World.RATING), after.limit(), () -> "not what is lawful: " + told);
        }
    }
}
