package org.wolfgate.agent;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationConfig.MeterConfig;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event.LimitHeld;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.BusLoop;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.RoundTrips;

/** The lines of the substation, each with its own thread, and the plants on them. */
final class Lines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);

    /** How often a plant without a revert timer is asked what it holds, so that the loss of its link is noticed. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Map<String, BusLoop> loops = new LinkedHashMap<>();
    private final Map<String, Plant> plants = new HashMap<>();

    private record Plant(BusLoop loop, PowerLimit limit) {}

    /** Opens every line; a device that is away is tried again later and is no reason to fail. */
    Lines(SubstationConfig config, FlightTap flight) {
        config.lines().forEach((id, line) -> {
            Bus bus = line.open();
            bus.tap((asked, answered, failure) -> flight.bus(id, asked, answered, failure));
            loops.put(id, BusLoop.start(id, bus));
        });
        config.plants().forEach((plant, line) -> {
            BusLoop loop = loop(line);
            plants.put(plant, new Plant(loop, loop.bus().limit(plant)));
        });
    }

    /** Starts to look after every plant: its revert timer is kept from running out, or what it holds is read. */
    void lookAfter(Consumer<LimitHeld> listener) {
        plants.forEach((id, plant) -> {
            Duration period = plant.limit().refreshPeriod().orElse(LOOK);
            plant.loop().refresh(id, plant.limit(), period, (name, held) -> listener.accept(new LimitHeld(name, held)));
        });
    }

    /** Starts the visits to every meter. */
    void poll(List<MeterConfig> meters, BiConsumer<String, MeterReading> listener) {
        for (MeterConfig meter : meters) {
            BusLoop loop = loop(meter.line());
            loop.poll(meter.id(), loop.bus().meter(meter.id()), meter.poll(), listener);
        }
    }

    /** Sends a set-point on its way, ahead of all polling. */
    void command(SetPoint setPoint, BiConsumer<String, LimitReported> listener) {
        Plant plant = plants.get(setPoint.plant());
        if (plant == null) {
            throw new IllegalArgumentException("no plant '" + setPoint.plant() + "' is configured");
        }
        boolean accepted = plant.loop()
                .command(
                        setPoint.plant(),
                        plant.limit(),
                        setPoint.cap(),
                        (id, confirmed) -> listener.accept(id, new LimitReported(id, setPoint.cap(), confirmed)));
        if (!accepted) {
            LOG.warn(
                    "plant {}: set-point {} finds the line's queue full; it is sent again", setPoint.plant(), setPoint);
        }
    }

    /** The longest time that any line has been without progress. */
    Duration slowest() {
        Collection<BusLoop> all = loops.values();
        return all.stream().map(BusLoop::sinceProgress).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** How the devices answer, by line and device. */
    Map<String, Map<String, RoundTrips>> roundTrips() {
        Map<String, Map<String, RoundTrips>> all = new LinkedHashMap<>();
        loops.forEach((line, loop) -> all.put(line, loop.bus().roundTrips()));
        return all;
    }

    @Override
    public void close() {
        loops.values().forEach(BusLoop::close);
    }

    private BusLoop loop(String line) {
        BusLoop loop = loops.get(line);
        if (loop == null) {
            throw new IllegalArgumentException("no line '" + line + "' is configured");
        }
        return loop;
    }
}
