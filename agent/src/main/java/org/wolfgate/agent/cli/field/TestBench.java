package org.wolfgate.agent.cli.field;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.bringup.LineSheet;
import org.wolfgate.agent.bringup.MeterSheet;
import org.wolfgate.agent.bringup.SiteFileText;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/**
 * One meter and one plant, opened from the very keys that go into the configuration file, so that a passed test speaks for
 * the file. Devices on one line share it.
 */
final class TestBench implements AutoCloseable {

    private static final String METER = "meter";

    private final Bus meterBus;
    private final Bus plantBus;
    private final String plant;

    /**
     * A plant on its line.
     *
     * @param name for messages
     * @param keys unit and profile, or the steps of a relay bank
     */
    record PlantPlace(String name, LineSheet line, Map<String, String> keys, ActivePower rating) {}

    private TestBench(Bus meterBus, Bus plantBus, String plant) {
        this.plant = plant;
        this.meterBus = meterBus;
        this.plantBus = plantBus;
    }

    static TestBench open(LineSheet meterLine, MeterSheet meter, PlantPlace plant, Path site) {
        LineSettings withMeter = line(meterLine, site).withMeter(METER, section(SiteFileText.keys(meter.keys())));
        Section plantKeys = section(SiteFileText.keys(plant.keys()));
        if (meterLine.equals(plant.line())) {
            Bus shared =
                    withMeter.withLimit(plant.name(), plant.rating(), plantKeys).open();
            return new TestBench(shared, shared, plant.name());
        }
        Bus plantBus = line(plant.line(), site)
                .withLimit(plant.name(), plant.rating(), plantKeys)
                .open();
        return new TestBench(withMeter.open(), plantBus, plant.name());
    }

    private static LineSettings line(LineSheet line, Path site) {
        String family = line.keys().getOrDefault("family", "");
        return Optional.ofNullable(DriverProvider.installed().get(family))
                .orElseThrow(() -> new IllegalArgumentException("no driver for lines of family '" + family + "'"))
                .line(line.name(), section(SiteFileText.keys(line.keys())), site);
    }

    private static Section section(String keys) {
        Problems problems = new Problems();
        return Yaml.read("commission", "{" + keys + "}", problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.list().stream()
                        .findFirst()
                        .map(Problem::toString)
                        .orElse(keys)));
    }

    Meter meter() {
        return meterBus.meter(METER);
    }

    PowerLimit limit() {
        return plantBus.limit(plant);
    }

    @Override
    public void close() {
        meterBus.close();
        if (plantBus != meterBus) {
            plantBus.close();
        }
    }
}
