package org.wolfgate.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.TrancheLadder;
import org.wolfgate.agent.desk.CurtailmentDesk;
import org.wolfgate.agent.desk.DeskGate;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * The market day of riverside, told in a minute and then over again: what is scheduled and insured, how the spot price
 * moves, and when which flowgate is short.
 */
final class RiversideMarket {

    static final String ZONE = "west";

    /** How long the ISO gives a node to comply. */
    static final Duration COMPLY_WITHIN = Duration.ofSeconds(12);

    private static final List<Scene> DAY = List.of(
            new Scene(6, "38.00", "all lines in service", "135 MW", "120 MW"),
            new Scene(20, "42.00", "transformer T2 out for a while: T1 carries all", "78 MW", "120 MW"),
            new Scene(20, "61.00", "line to Northgate derated in the heat", "135 MW", "30 MW"),
            new Scene(8, "35.00", "all lines in service again", "135 MW", "120 MW"));

    /**
     * A stretch of the day during which nothing changes.
     *
     * @param transformer limit of flowgate T1, which every node loads in full
     * @param northgate limit of flowgate Northgate, which the nodes load in parts
     */
    record Scene(int seconds, String spot, String story, String transformer, String northgate) {

        Price price() {
            return Price.parse(spot);
        }

        CurtailmentDesk desk() {
            return new CurtailmentDesk(
                    List.copyOf(scheduled().keySet()),
                    List.of(
                            new DeskGate(
                                    "T1",
                                    Map.of("solar", 1.0, "wind", 1.0, "hydro", 1.0),
                                    ActivePower.parse(transformer)),
                            new DeskGate(
                                    "Northgate",
                                    Map.of("solar", 0.60, "wind", 0.35, "hydro", 0.10),
                                    ActivePower.parse(northgate))));
        }
    }

    /** A scene with its place in time. */
    record Played(Scene scene, Instant start, Instant end) {}

    private final Instant start;

    /**
     * A day of its own.
     *
     * @param start when it begins
     */
    RiversideMarket(Instant start) {
        this.start = start;
    }

    /** What each node has scheduled. */
    static Map<String, ActivePower> scheduled() {
        Map<String, ActivePower> scheduled = new LinkedHashMap<>();
        scheduled.put("solar", ActivePower.parse("45 MW"));
        scheduled.put("wind", ActivePower.parse("27 MW"));
        scheduled.put("hydro", ActivePower.parse("27 MW"));
        return scheduled;
    }

    /** What each node has insured; the rest of its schedule is uninsured and goes first. */
    static Map<String, List<InsuredTranche>> tranches() {
        return Map.of(
                "solar", List.of(unit("solar-a", "20 MW", "24.50"), unit("solar-b", "17 MW", "33.00")),
                "wind", List.of(unit("wind-a", "12 MW", "28.00"), unit("wind-b", "11 MW", "34.50")),
                "hydro", List.of(unit("hydro-a", "18 MW", "21.00"), unit("hydro-b", "9 MW", "31.50")));
    }

    /** The tranches at the quantities scheduled. */
    static Map<String, List<InsuredTranche>> ladders() {
        Map<String, List<InsuredTranche>> ladders = new LinkedHashMap<>();
        scheduled()
                .forEach((node, power) ->
                        ladders.put(node, TrancheLadder.scheduled(tranches().getOrDefault(node, List.of()), power)));
        return ladders;
    }

    /** The scene that an instant falls into, from the start of the day on. */
    Played at(Instant instant) {
        int day = DAY.stream().mapToInt(Scene::seconds).sum();
        long elapsed = Math.max(0, Duration.between(start, instant).toSeconds());
        Instant from = start.plusSeconds(elapsed / day * day);
        for (Scene scene : DAY) {
            Instant to = from.plusSeconds(scene.seconds());
            if (instant.isBefore(to)) {
                return new Played(scene, from, to);
            }
            from = to;
        }
        throw new IllegalStateException("the scenes of a day fill it");
    }

    private static InsuredTranche unit(String id, String power, String strike) {
        return new InsuredTranche(id, ActivePower.parse(power), Optional.of(Price.parse(strike)));
    }
}
