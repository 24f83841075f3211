package org.wolfgate.drivers.sim;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.sim.SunSpecInverter.Models;

/** Plants, meters and frequency of any substation. Pure: stepped from outside, the same seed gives the same course. */
final class SitePhysics {

    private static final double STEP_SECONDS = 0.1;
    private static final Duration STEP = Duration.ofMillis(100);
    private static final double FREQUENCY_SPREAD_MILLIHERTZ = 15;
    private static final double FREQUENCY_RELAXATION_SECONDS = 30;

    private final Map<String, PlantModel> plants = new LinkedHashMap<>();
    private final Map<String, SunSpecInverter> inverters = new LinkedHashMap<>();
    private final Map<String, MeterModel> meters = new LinkedHashMap<>();
    private final Map<String, List<String>> behind = new LinkedHashMap<>();
    private final Wandering frequency;

    SitePhysics(SiteSettings settings) {
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        frequency = new Wandering(
                settings.nominal().millihertz(),
                FREQUENCY_SPREAD_MILLIHERTZ,
                FREQUENCY_RELAXATION_SECONDS,
                STEP_SECONDS,
                seeds.split());
        settings.plants().forEach(plant -> {
            plants.put(plant.name(), plant(plant.name(), plant.rating(), seeds));
            if (plant.profile().isEmpty()) {
                inverters.put(plant.name(), new SunSpecInverter(Models.DER_704, plant.rating()));
            }
        });
        for (SiteSettings.NodePlace node : settings.nodes()) {
            String unseen = "behind " + node.meter();
            if (node.plants().isEmpty()) {
                plants.put(unseen, plant(unseen, node.rating(), seeds));
            }
            behind.put(node.meter(), node.plants().isEmpty() ? List.of(unseen) : node.plants());
        }
        settings.meters().forEach(meter -> {
            Energy before = new Energy(seeds.nextLong(1_000_000_000L, 90_000_000_000L));
            meters.put(meter.name(), new MeterModel(settings.nominal(), before, Energy.ZERO, seeds.split()));
        });
        step();
    }

    private static PlantModel plant(String name, ActivePower rating, SplittableRandom seeds) {
        String lower = name.toLowerCase(Locale.ROOT);
        PlantKind kind =
                lower.contains("wind") ? PlantKind.WIND : lower.contains("hydro") ? PlantKind.HYDRO : PlantKind.SOLAR;
        return new PlantModel(
                new PlantSettings(name, kind, rating, 0, 0),
                RiversideSettings.onFreePorts(0),
                STEP_SECONDS,
                seeds.split());
    }

    /** Lets 100 ms pass. */
    void step() {
        Frequency now = new Frequency((int) Math.round(frequency.step()));
        plants.values().forEach(PlantModel::step);
        inverters.forEach((name, inverter) -> {
            inverter.available(plant(name).available());
            inverter.frequency(now);
            inverter.step(STEP);
        });
        meters.forEach((name, meter) -> meter.observe(flow(name), now, STEP));
    }

    /** A meter of no node, such as a transformer's, sees everything. */
    private ActivePower flow(String meter) {
        List<String> seen = behind.getOrDefault(meter, List.copyOf(plants.keySet()));
        return seen.stream().filter(plants::containsKey).map(this::output).reduce(ActivePower.ZERO, ActivePower::plus);
    }

    /** An inverter has the weather of its plant, and a ceiling of its own. */
    private ActivePower output(String plant) {
        return Optional.ofNullable(inverters.get(plant))
                .map(SunSpecInverter::output)
                .orElseGet(() -> plant(plant).output());
    }

    SunSpecInverter inverter(String plant) {
        return Optional.ofNullable(inverters.get(plant))
                .orElseThrow(() -> new IllegalArgumentException("no inverter '" + plant + "'"));
    }

    PlantModel plant(String name) {
        return Optional.ofNullable(plants.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no plant '" + name + "'"));
    }

    MeterModel meter(String name) {
        return Optional.ofNullable(meters.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no meter '" + name + "'"));
    }
}
