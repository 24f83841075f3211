package org.wolfgate.agent.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.config.SubstationConfig.SparkplugConfig;
import org.wolfgate.agent.config.SubstationConfig.TlsConfig;
import org.wolfgate.agent.config.SubstationConfig.UplinkConfig;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.curtailment.flowgate.LocalGate;
import org.wolfgate.agent.metering.FrequencyDetail;
import org.wolfgate.agent.metering.IntervalGrid;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** Reads a substation's configuration file and finds every problem in one go. */
public final class SubstationFile {

    private static final Frequency FIFTY = new Frequency(50_000);
    private static final Frequency SIXTY = new Frequency(60_000);

    private SubstationFile() {}

    /**
     * Reads a file; site profiles are looked for beside it.
     *
     * @return empty if there were problems
     */
    public static Optional<SubstationConfig> read(Path file, Problems problems) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            problems.add(new Problem(file.toString(), 1, 1, "cannot be read: " + e, "check the path and permissions"));
            return Optional.empty();
        }
        Path parent = file.toAbsolutePath().getParent();
        return read(file.toString(), text, parent == null ? file.toAbsolutePath() : parent, problems);
    }

    /**
     * Reads the text of a file.
     *
     * @param name the name that problems carry
     * @param profiles folder of the site's own profiles
     * @return empty if there were problems
     */
    public static Optional<SubstationConfig> read(String name, String text, Path profiles, Problems problems) {
        Optional<SubstationConfig> config = Yaml.read(name, text, problems).map(root -> {
            try (root) {
                return read(root, profiles);
            }
        });
        return problems.isEmpty() ? config : Optional.empty();
    }

    private static SubstationConfig read(Section root, Path profiles) {
        String substation = root.require("substation", Values::name, "");
        String currency = root.text("currency");
        Frequency nominal = root.require("frequency", SubstationFile::nominal, SIXTY);
        SystemPrice price;
        IntervalGrid grid;
        Optional<Section> priced;
        try (Section settlement = root.section("settlement")) {
            grid = settlement.require("interval", SubstationFile::grid, new IntervalGrid(Duration.ofMinutes(5)));
            try (Section pricing = settlement.section("pricing")) {
                price = PricingKeys.read(pricing, nominal);
                priced = pricing.optionalSection("gates");
            }
        }
        EquipmentKeys equipment = new EquipmentKeys(root, profiles, grid, nominal, detail(price));
        List<LocalGate> gates = new LocalGateKeys(equipment.meters(), equipment.nodes()).read(root);
        SubstationSettings settings = new SubstationSettings(substation, grid, price, equipment.nodes(), gates)
                .withPriced(new PricedGateKeys(equipment.nodes(), gates).read(priced));
        return new SubstationConfig(
                settings,
                currency,
                equipment.lines(),
                equipment.meters(),
                equipment.plants(),
                uplink(root, profiles),
                new TrustKeys(profiles, settings.byId().keySet()).read(root),
                FlightKeys.read(root),
                ScadaKeys.read(root));
    }

    /** Whoever prices each sample needs to know them; a record without them is shorter. */
    private static FrequencyDetail detail(SystemPrice price) {
        return price.basis() == PriceBasis.MEAN_OF_PRICES ? FrequencyDetail.COUNTS : FrequencyDetail.MEAN;
    }

    private static UplinkConfig uplink(Section root, Path folder) {
        try (Section uplink = root.section("uplink")) {
            URI broker = uplink.require("broker", Values::broker, URI.create("tcp://127.0.0.1:1883"));
            Optional<TlsConfig> tls = uplink.optionalSection("tls").map(keys -> tls(keys, folder));
            if (tls.isPresent() && !"ssl".equals(broker.getScheme())) {
                uplink.problemAt("broker", "'tls' is of no use with " + broker, "write ssl://host:port");
            }
            Optional<SparkplugConfig> sparkplug =
                    uplink.optionalSection("sparkplug").map(keys -> sparkplug(keys, broker));
            return new UplinkConfig(broker, uplink.require("client-id", Values::name, ""), tls, sparkplug);
        }
    }

    private static SparkplugConfig sparkplug(Section keys, URI broker) {
        try (keys) {
            return new SparkplugConfig(
                    keys.optional("broker", Values::broker).orElse(broker),
                    keys.optional("group", Values::topicLevel).orElse("wolfgate"),
                    keys.optional("host", Values::topicLevel));
        }
    }

    private static TlsConfig tls(Section keys, Path folder) {
        try (keys) {
            return new TlsConfig(
                    keys.require("ca", folder::resolve, folder),
                    keys.require("certificate", folder::resolve, folder),
                    keys.require("key", folder::resolve, folder));
        }
    }

    private static Frequency nominal(String text) {
        Frequency frequency = Frequency.parse(text);
        if (!frequency.equals(FIFTY) && !frequency.equals(SIXTY)) {
            throw new IllegalArgumentException("'" + text + "' is neither 50 Hz nor 60 Hz");
        }
        return frequency;
    }

    private static IntervalGrid grid(String text) {
        return new IntervalGrid(Values.duration(text));
    }
}
