package org.wolfgate.drivers.sim;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * The physics of the substation: plants, meters and system frequency. Pure: time comes in through {@link #advance}, and
 * the same seed gives the same course however the time is cut.
 */
final class RiversidePhysics {

    static final Duration STEP = Duration.ofMillis(100);
    private static final double STEP_SECONDS = 0.1;
    private static final double FREQUENCY_SPREAD_MILLIHERTZ = 15;
    private static final double FREQUENCY_RELAXATION_SECONDS = 30;

    private final Map<String, PlantModel> plants = new LinkedHashMap<>();
    private final Map<String, MeterModel> meters = new LinkedHashMap<>();
    private final MeterModel transformer;
    private final Wandering frequency;
    private Duration pending = Duration.ZERO;
    private ActivePower transit = ActivePower.ZERO;

    RiversidePhysics(RiversideSettings settings) {
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        Energy total = Energy.ZERO;
        for (PlantSettings plant : settings.plants()) {
            Energy before = new Energy(seeds.nextLong(1_000_000_000L, 90_000_000_000L));
            plants.put(plant.name(), new PlantModel(plant, settings, STEP_SECONDS, seeds.split()));
            meters.put(plant.name(), new MeterModel(settings.nominal(), before, Energy.ZERO, seeds.split()));
            total = total.plus(before);
        }
        transformer = new MeterModel(settings.nominal(), total, Energy.ZERO, seeds.split());
        frequency = new Wandering(
                settings.nominal().millihertz(),
                FREQUENCY_SPREAD_MILLIHERTZ,
                FREQUENCY_RELAXATION_SECONDS,
                STEP_SECONDS,
                seeds.split());
        step();
    }

    /** Lets time pass, in whole steps of 100 ms; the rest is kept for the next call. */
    void advance(Duration duration) {
        pending = pending.plus(duration);
        while (pending.compareTo(STEP) >= 0) {
            pending = pending.minus(STEP);
            step();
        }
    }

    private void step() {
        Frequency now = new Frequency((int) Math.round(frequency.step()));
        ActivePower sum = transit;
        for (Map.Entry<String, PlantModel> entry : plants.entrySet()) {
            PlantModel plant = entry.getValue();
            plant.step();
            Optional.ofNullable(meters.get(entry.getKey()))
                    .ifPresent(meter -> meter.observe(plant.output(), now, STEP));
            sum = sum.plus(plant.output());
        }
        transformer.observe(sum, now, STEP);
    }

    /** What others send through the transformer from the next step on, besides the nodes; 0 at the start. */
    void transit(ActivePower flow) {
        transit = flow;
    }

    PlantModel plant(String name) {
        return Optional.ofNullable(plants.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no plant '" + name + "', only " + plants.keySet()));
    }

    MeterModel meter(String name) {
        return Optional.ofNullable(meters.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no meter '" + name + "', only " + meters.keySet()));
    }

    MeterModel transformer() {
        return transformer;
    }
}
