package org.wolfgate.drivers.sim;

import java.time.Duration;
import java.util.List;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * The simulated substation.
 *
 * @param host address to listen on
 * @param plants its injection nodes
 * @param transformerPort TCP port of the transformer's meter; 0 for any free one
 * @param nominal what the frequency wanders around
 * @param deadTime from a written set-point to the first change of output
 * @param slewPerSecond fastest change of output, as a share of the rating per second; above 0
 * @param seed the same seed gives the same course of events
 */
public record RiversideSettings(
        String host,
        List<PlantSettings> plants,
        int transformerPort,
        Frequency nominal,
        Duration deadTime,
        double slewPerSecond,
        long seed) {

    public RiversideSettings {
        plants = List.copyOf(plants);
        if (slewPerSecond <= 0) {
            throw new IllegalArgumentException("a slew of " + slewPerSecond + " per second; it must be positive");
        }
    }

    /** Solar 60 MW, wind 45 MW and hydro 30 MW on free ports of the loopback address, at 60 Hz. */
    public static RiversideSettings onFreePorts(long seed) {
        return new RiversideSettings(
                "127.0.0.1",
                List.of(
                        new PlantSettings("solar", PlantKind.SOLAR, ActivePower.ofKilowatts(60_000), 0, 0),
                        new PlantSettings("wind", PlantKind.WIND, ActivePower.ofKilowatts(45_000), 0, 0),
                        new PlantSettings("hydro", PlantKind.HYDRO, ActivePower.ofKilowatts(30_000), 0, 0)),
                0,
                new Frequency(60_000),
                Duration.ofSeconds(2),
                0.05,
                seed);
    }

    /** The same substation with plants that take 200 ms to begin and a second for all of their rating. */
    public RiversideSettings withQuickPlants() {
        return new RiversideSettings(host, plants, transformerPort, nominal, Duration.ofMillis(200), 1, seed);
    }

    /** The same substation with its devices on consecutive ports: transformer, then meter and plant of each node. */
    public RiversideSettings onPortsFrom(int first) {
        List<PlantSettings> placed = java.util.stream.IntStream.range(0, plants.size())
                .mapToObj(i -> {
                    PlantSettings plant = plants.get(i);
                    int port = first + 1 + 2 * i;
                    return new PlantSettings(plant.name(), plant.kind(), plant.rating(), port, port + 1);
                })
                .toList();
        return new RiversideSettings(host, placed, first, nominal, deadTime, slewPerSecond, seed);
    }
}
