package org.wolfgate.agent.cli;

import java.time.Duration;
import java.util.List;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.relay.RelayLimit;
import org.wolfgate.drivers.relay.RelayTiming;

/** Moves the relays of every plant through their steps, from free to strictest and back, and prints what came of it. */
final class RelayWalk {

    private final SubstationConfig substation;
    private final Duration hold;
    private int moved;
    private int failed;

    RelayWalk(SubstationConfig substation, Duration hold) {
        this.substation = substation;
        this.hold = hold;
    }

    /** The exit code: 0 if every step was taken, whether or not a feedback contact could confirm it. */
    int run() {
        substation.lines().forEach(this::line);
        if (moved + failed == 0) {
            System.out.println("no plant of this file is on a relay bank");
            return Main.BAD_INPUT;
        }
        System.out.println(moved + " steps taken, " + failed + " failed");
        return failed == 0 ? 0 : Main.BAD_INPUT;
    }

    private void line(String name, LineSettings settings) {
        try (Bus bus = settings.open()) {
            substation.plants().forEach((plant, line) -> {
                if (line.equals(name) && bus.limit(plant) instanceof RelayLimit relays) {
                    plant(plant, relays);
                }
            });
        }
    }

    private void plant(String plant, RelayLimit relays) {
        List<ActivePower> down = relays.limits();
        down.forEach(limit -> step(plant, relays, limit));
        step(plant, relays, down.get(0));
    }

    private void step(String plant, RelayLimit relays, ActivePower limit) {
        Reading<ActivePower> held = relays.apply(limit);
        boolean taken = held.isGood() || held.quality() == Quality.SUBSTITUTED;
        moved += taken ? 1 : 0;
        failed += taken ? 0 : 1;
        String kept = held.value()
                .filter(value -> value.compareTo(limit) < 0)
                .map(value -> "stays at " + value + " (no looser step, or its dwell has not passed), ")
                .orElse("");
        System.out.println(
                plant + ": " + limit + ", " + kept + (held.isGood() ? "confirmed by feedback" : held.reason()));
        RelayTiming.sleep(hold);
    }
}
