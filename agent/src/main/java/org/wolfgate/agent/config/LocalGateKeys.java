package org.wolfgate.agent.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wolfgate.agent.config.SubstationConfig.MeterConfig;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.curtailment.flowgate.LocalGate;
import org.wolfgate.agent.curtailment.flowgate.LocalGate.Care;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code flowgates}: transformers and feeders of the substation that it watches itself. */
final class LocalGateKeys {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, MeterConfig> meters = new LinkedHashMap<>();
    private final Map<String, NodeSettings> nodes = new LinkedHashMap<>();

    LocalGateKeys(List<MeterConfig> meters, List<NodeSettings> nodes) {
        meters.forEach(meter -> this.meters.put(meter.id(), meter));
        nodes.forEach(node -> this.nodes.put(node.id(), node));
    }

    List<LocalGate> read(Section root) {
        List<LocalGate> gates = new ArrayList<>();
        root.optionalSection("flowgates").ifPresent(all -> {
            try (all) {
                for (String name : all.names()) {
                    try (Section keys = all.section(name)) {
                        gates.add(gate(Values.name(name), keys));
                    } catch (IllegalArgumentException e) {
                        all.problemAt(name, String.valueOf(e.getMessage()), "rename it");
                    }
                }
            }
        });
        return gates;
    }

    private LocalGate gate(String name, Section keys) {
        Optional<ActivePower> forward = keys.optional("forward", LocalGateKeys::positive);
        Optional<ActivePower> reverse = keys.optional("reverse", LocalGateKeys::positive);
        ActivePower least = forward.map(limit -> reverse.map(limit::min).orElse(limit))
                .or(() -> reverse)
                .orElse(new ActivePower(Long.MAX_VALUE));
        if (forward.isEmpty() && reverse.isEmpty()) {
            keys.problem("neither 'forward' nor 'reverse' limits this flowgate", "give one of them, or both");
        }
        Map<String, BigDecimal> measured = factors(keys, "meters", meters.keySet());
        Map<String, BigDecimal> behind = factors(keys, "nodes", nodes.keySet());
        return new LocalGate(name, forward, reverse, measured, behind, care(keys, least, measured));
    }

    private Care care(Section keys, ActivePower least, Map<String, BigDecimal> measured) {
        Duration slowest = measured.keySet().stream()
                .flatMap(id -> Optional.ofNullable(meters.get(id)).stream())
                .map(MeterConfig::poll)
                .max(Duration::compareTo)
                .orElse(Duration.ofSeconds(1));
        Function<String, ActivePower> part = text -> below(text, least);
        return new Care(
                keys.optional("margin", part).orElse(new ActivePower(least.watts() / 50)),
                keys.optional("hysteresis", part).orElse(new ActivePower(least.watts() / 20)),
                keys.optional("release-after", LocalGateKeys::span).orElse(MINUTE),
                keys.optional("follow-within", LocalGateKeys::span).orElse(MINUTE),
                keys.optional("stale-after", LocalGateKeys::span).orElse(slowest.multipliedBy(5)));
    }

    /** Names under a key, each with its distribution factor. */
    static Map<String, BigDecimal> factors(Section keys, String key, Set<String> known) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        try (Section section = keys.section(key)) {
            for (String name : section.names()) {
                BigDecimal factor = section.require(name, FlowgateKeys::factor, BigDecimal.ONE);
                if (!known.contains(name)) {
                    section.problemAt(name, "there is none of this name under '" + key + "'", "choose one of " + known);
                } else if (factor.signum() == 0) {
                    section.problemAt(name, "a factor of 0 means that it is not behind this flowgate", "leave it out");
                }
                factors.put(name, factor);
            }
            if (factors.isEmpty()) {
                section.problem("nothing is named under '" + key + "'", "write name: factor, such as transformer: 1");
            }
        }
        return factors;
    }

    private static ActivePower positive(String text) {
        ActivePower power = ActivePower.parse(text);
        if (power.watts() <= 0) {
            throw new IllegalArgumentException("a limit of " + power + " is not above 0");
        }
        return power;
    }

    /** Margin and hysteresis together must leave something to run. */
    private static ActivePower below(String text, ActivePower limit) {
        ActivePower power = positive(text);
        if (power.watts() >= limit.watts() / 2) {
            throw new IllegalArgumentException(power + " is not below half of the limit " + limit);
        }
        return power;
    }

    static Duration span(String text) {
        Duration span = Values.duration(text);
        if (span.isZero() || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("'" + text + "' is not above zero and at most 1 h");
        }
        return span;
    }
}
