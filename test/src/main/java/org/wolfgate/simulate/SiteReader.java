package org.wolfgate.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.profile.MeterProfile;
import org.wolfgate.drivers.profile.PlantProfile;
import org.wolfgate.drivers.profile.Profiles;
import org.wolfgate.drivers.sim.SiteSettings;
import org.wolfgate.drivers.sunspec.SunSpecKeys;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** Reads what a simulation needs from a configuration file that was checked before. */
final class SiteReader {

    private final Section root;
    private final Profiles profiles;
    private final Ports ports;

    private SiteReader(Section root, Profiles profiles, Ports ports) {
        this.root = root;
        this.profiles = profiles;
        this.ports = ports;
    }

    /**
     * The settings of a checked file.
     *
     * @param text of the file
     * @param folder of the site's own profiles
     */
    static SiteSettings read(String text, Path folder, Ports ports, long seed) {
        Section root = Yaml.read("simulate", text, new Problems())
                .orElseThrow(() -> new IllegalArgumentException("the file holds no configuration"));
        return new SiteReader(root, new Profiles(folder), ports).settings(seed);
    }

    private SiteSettings settings(long seed) {
        List<SiteSettings.LinePlace> lines = new ArrayList<>();
        List<SiteSettings.MeterPlace> meters = new ArrayList<>();
        List<SiteSettings.PlantPlace> plants = new ArrayList<>();
        List<SiteSettings.NodePlace> nodes = new ArrayList<>();
        each("lines", (name, keys) -> lines.add(ports.line(name, keys)));
        each("meters", (name, keys) -> meter(name, keys).ifPresent(meters::add));
        each("plants", (name, keys) -> plant(name, keys).ifPresent(plants::add));
        each(
                "nodes",
                (name, keys) -> nodes.add(new SiteSettings.NodePlace(
                        keys.text("meter"),
                        keys.list("plants", text -> text),
                        ActivePower.parse(keys.text("rating")))));
        return new SiteSettings(lines, meters, plants, nodes, Frequency.parse(root.text("frequency")), seed);
    }

    private Optional<SiteSettings.MeterPlace> meter(String name, Section keys) {
        boolean inverted = keys.optional("inverted", Boolean::valueOf).orElse(false);
        Optional<MeterProfile> profile = profiles.meter(keys.text("profile"), new Problems());
        return profile.isPresent() || describesItself(keys)
                ? Optional.of(new SiteSettings.MeterPlace(name, keys.text("line"), unit(keys), profile, inverted))
                : Optional.empty();
    }

    private Optional<SiteSettings.PlantPlace> plant(String name, Section keys) {
        ActivePower rating = ActivePower.parse(keys.text("rating"));
        Optional<PlantProfile> profile = profiles.plant(keys.text("profile"), rating, new Problems());
        return profile.isPresent() || describesItself(keys)
                ? Optional.of(new SiteSettings.PlantPlace(name, keys.text("line"), unit(keys), profile, rating))
                : Optional.empty();
    }

    private static boolean describesItself(Section keys) {
        return keys.text("profile").equals(SunSpecKeys.PROFILE);
    }

    private static int unit(Section keys) {
        return keys.optional("unit", Integer::decode).orElse(1);
    }

    private void each(String section, BiConsumer<String, Section> reader) {
        root.optionalSection(section)
                .ifPresent(all -> all.names()
                        .forEach(name -> all.optionalSection(name).ifPresent(keys -> reader.accept(name, keys))));
    }
}
