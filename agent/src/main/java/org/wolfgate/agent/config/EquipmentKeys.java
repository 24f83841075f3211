package org.wolfgate.agent.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.config.SubstationConfig.MeterConfig;
import org.wolfgate.agent.control.ContractMode;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.curtailment.FailSafePolicy;
import org.wolfgate.agent.curtailment.PlantRule;
import org.wolfgate.agent.curtailment.RampLimits;
import org.wolfgate.agent.metering.EnergySource;
import org.wolfgate.agent.metering.FrequencyDetail;
import org.wolfgate.agent.metering.IntervalGrid;
import org.wolfgate.agent.metering.MeterRule;
import org.wolfgate.agent.metering.Register;
import org.wolfgate.agent.pricing.rights.GateHoldings;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.yaml.Section;

/** The sections {@code lines}, {@code meters}, {@code plants} and {@code nodes}, and how they refer to each other. */
final class EquipmentKeys {

    private static final Energy NO_MODULUS = new Energy(Long.MAX_VALUE);

    /** Stands in for a rating that was reported; large, so that no further problem follows from it. */
    private static final ActivePower UNKNOWN_RATING = new ActivePower(1_000_000_000);

    private static final ActivePower LARGEST_RATING = new ActivePower(1_000_000_000_000L);

    private final IntervalGrid grid;
    private final Frequency nominal;
    private final FrequencyDetail detail;
    private final Map<String, Set<String>> declared = new HashMap<>();
    private final Map<String, LineSettings> lines = new LinkedHashMap<>();
    private final Map<String, MeterConfig> meters = new LinkedHashMap<>();
    private final Map<String, MeterFacts> facts = new HashMap<>();
    private final Map<String, String> plants = new LinkedHashMap<>();
    private final Map<String, PlantRule> rules = new LinkedHashMap<>();
    private final List<NodeSettings> nodes = new ArrayList<>();
    private final Map<String, String> nodeOf = new HashMap<>();
    private final SignalKeys signals = new SignalKeys(lines);

    /** How a meter's registers count and how finely it shows frequency. */
    private record MeterFacts(Register register, Frequency resolution, Duration energyPeriod) {}

    EquipmentKeys(Section root, Path profiles, IntervalGrid grid, Frequency nominal, FrequencyDetail detail) {
        this.grid = grid;
        this.nominal = nominal;
        this.detail = detail;
        named(root, "lines", (id, keys) -> line(id, keys, profiles));
        named(root, "meters", this::meter);
        named(root, "plants", this::plant);
        named(root, "nodes", this::node);
        plants.keySet().stream()
                .filter(plant -> !nodeOf.containsKey("plants/" + plant))
                .forEach(plant -> root.problemAt(
                        "plants", "plant '" + plant + "' belongs to no node", "list it under one node's 'plants'"));
    }

    Map<String, LineSettings> lines() {
        return lines;
    }

    List<MeterConfig> meters() {
        return List.copyOf(meters.values());
    }

    /** The line of everything that takes a set-point: plants, and signals to generators. */
    Map<String, String> plants() {
        Map<String, String> all = new LinkedHashMap<>(plants);
        all.putAll(signals.signals());
        return all;
    }

    List<NodeSettings> nodes() {
        return nodes;
    }

    private void line(String id, Section keys, Path profiles) {
        Map<String, DriverProvider> families = DriverProvider.installed();
        String family = keys.require("family", text -> known(text, families.keySet(), "family"), "");
        Optional.ofNullable(families.get(family))
                .ifPresentOrElse(provider -> lines.put(id, provider.line(id, keys, profiles)), keys::names);
    }

    private void meter(String id, Section keys) {
        Optional<String> line = line(keys);
        Duration poll = keys.optional("poll", Values::duration).orElse(Duration.ofSeconds(1));
        Energy step = keys.optional("register-step", Energy::parse).orElse(new Energy(1));
        Optional<Energy> modulus = keys.optional("register-modulus", Energy::parse);
        Frequency resolution =
                keys.optional("frequency-resolution", Frequency::parse).orElse(new Frequency(1));
        line.ifPresentOrElse(
                name -> {
                    lines.computeIfPresent(name, (n, settings) -> settings.withMeter(id, keys));
                    meters.put(id, new MeterConfig(id, name, poll));
                    Energy counted = modulus.or(
                                    () -> Optional.ofNullable(lines.get(name)).flatMap(l -> l.registerModulus(id)))
                            .orElse(NO_MODULUS);
                    facts.put(id, new MeterFacts(new Register(counted, step), resolution, energyPeriod(name, id)));
                },
                keys::names);
    }

    private void plant(String id, Section keys) {
        Optional<String> line = line(keys);
        ActivePower rating = keys.require("rating", EquipmentKeys::rating, UNKNOWN_RATING);
        line.ifPresentOrElse(
                name -> {
                    lines.computeIfPresent(name, (n, settings) -> settings.withLimit(id, rating, keys));
                    plants.put(id, name);
                    List<ActivePower> stages = Optional.ofNullable(lines.get(name))
                            .map(settings -> settings.stages(id))
                            .orElse(List.of());
                    rules.put(id, new PlantRule(rating, RampKeys.read(keys, rating), stages));
                },
                keys::names);
    }

    private void node(String id, Section keys) {
        String zone = keys.require("zone", Values::name, "");
        String meter = keys.require("meter", text -> known(text, declared("meters"), "meter"), "");
        ActivePower rating = keys.require("rating", EquipmentKeys::rating, UNKNOWN_RATING);
        ActivePower tolerance =
                keys.optional("tolerance", EquipmentKeys::tolerance).orElse(new ActivePower(rating.watts() / 200));
        AccuracyClass accuracy =
                keys.require("accuracy-class", EquipmentKeys::accuracy, new AccuracyClass(BigDecimal.ONE));
        ContractMode contract =
                keys.require("contract", t -> Values.oneOf(ContractMode.class, t), ContractMode.SCHEDULED);
        Map<String, PlantRule> behind = new LinkedHashMap<>();
        for (String plant : keys.list("plants", text -> known(text, declared("plants"), "plant"))) {
            claim(plant, id, keys, "plants");
            behind.put(plant, rules.getOrDefault(plant, PlantRule.of(UNKNOWN_RATING)));
        }
        Map<String, List<String>> units = UnitKeys.read(keys, behind.keySet());
        claim(meter, id, keys, "meter");
        FailSafePolicy failSafe = FailSafeKeys.read(keys, rating);
        Optional<GateHoldings> gates = FlowgateKeys.read(keys, id);
        RampLimits ramp = RampKeys.read(keys, rating);
        Optional<String> signal = signals.read(id, rating, keys);
        rule(meter, rating, keys)
                .ifPresent(rule -> nodes.add(new NodeSettings(
                        id, zone, meter, rule, rating, behind, units, tolerance, contract, accuracy, failSafe, gates,
                        ramp, signal)));
    }

    /** A meter measures one node, a plant stands behind one. */
    private void claim(String device, String node, Section keys, String key) {
        String other = nodeOf.putIfAbsent(key + "/" + device, node);
        if (other != null) {
            keys.problemAt(key, "'" + device + "' already belongs to node '" + other + "'", "name it at one node only");
        }
    }

    private Optional<MeterRule> rule(String meter, ActivePower rating, Section keys) {
        MeterConfig config = meters.get(meter);
        MeterFacts fact = facts.get(meter);
        if (config == null || fact == null) {
            return Optional.empty();
        }
        Duration tolerance = tolerance(config.poll(), fact.energyPeriod());
        try {
            return Optional.of(new MeterRule(
                    grid,
                    EnergySource.BOTH_REGISTERS,
                    fact.register(),
                    rating,
                    nominal,
                    fact.resolution(),
                    config.poll(),
                    tolerance,
                    grid.length(),
                    detail));
        } catch (IllegalArgumentException | ArithmeticException e) {
            keys.problemAt(
                    "meter",
                    String.valueOf(e.getMessage()),
                    "change the meter, its poll period or settlement.interval");
            return Optional.empty();
        }
    }

    private Duration energyPeriod(String line, String meter) {
        return Optional.ofNullable(lines.get(line))
                .map(settings -> settings.energyPeriod(meter))
                .orElse(Duration.ZERO);
    }

    /** Five polls, or two readings of registers that are read less often. */
    private static Duration tolerance(Duration poll, Duration energyPeriod) {
        Duration polls = poll.multipliedBy(5);
        Duration readings = energyPeriod.multipliedBy(2);
        return polls.compareTo(readings) > 0 ? polls : readings;
    }

    private Optional<String> line(Section keys) {
        return Optional.of(keys.require("line", text -> known(text, declared("lines"), "line"), ""))
                .filter(lines::containsKey);
    }

    private Set<String> declared(String section) {
        return declared.getOrDefault(section, Set.of());
    }

    private static ActivePower rating(String text) {
        ActivePower rating = ActivePower.parse(text);
        if (rating.watts() <= 0 || rating.compareTo(LARGEST_RATING) > 0) {
            throw new IllegalArgumentException("a rating of " + rating + " is not above zero and at most 1 TW");
        }
        return rating;
    }

    private static ActivePower tolerance(String text) {
        ActivePower tolerance = ActivePower.parse(text);
        if (tolerance.watts() < 0) {
            throw new IllegalArgumentException("a tolerance of " + tolerance + " is below zero");
        }
        return tolerance;
    }

    private static AccuracyClass accuracy(String text) {
        return new AccuracyClass(Values.percent(text));
    }

    private static String known(String name, Set<String> all, String what) {
        if (!all.contains(name)) {
            throw new IllegalArgumentException(
                    "no " + what + " '" + name + "'; there are: " + String.join(", ", new TreeSet<>(all)));
        }
        return name;
    }

    private interface Reader {
        void read(String id, Section keys);
    }

    private void named(Section root, String key, Reader reader) {
        Section all = root.section(key);
        declared.put(key, new LinkedHashSet<>(all.names()));
        for (String id : all.names()) {
            all.optionalSection(id).ifPresent(keys -> {
                try (keys) {
                    Values.name(id);
                    reader.read(id, keys);
                } catch (IllegalArgumentException e) {
                    keys.problem(String.valueOf(e.getMessage()), "rename it");
                }
            });
        }
    }
}
