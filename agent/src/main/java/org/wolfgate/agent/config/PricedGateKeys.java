package org.wolfgate.agent.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.PricedGate;
import org.wolfgate.agent.curtailment.flowgate.LocalGate;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code gates} of {@code pricing}: flowgates whose loading enters the price at the nodes that load them. */
final class PricedGateKeys {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Beyond 40 doublings the exponent is held; a gate at its limit must be well within. */
    private static final PerUnit LEAST_DOUBLING = PerUnit.parse("0.025");

    private static final PerUnit LARGEST_DOUBLING = PerUnit.parse("10");

    private final Set<String> nodes = new TreeSet<>();
    private final Map<String, LocalGate> local = new HashMap<>();

    PricedGateKeys(List<NodeSettings> nodes, List<LocalGate> local) {
        nodes.forEach(node -> this.nodes.add(node.id()));
        local.forEach(gate -> this.local.put(gate.name(), gate));
    }

    /** @param all the section, if it is there; names of gates with their keys */
    List<PricedGate> read(Optional<Section> all) {
        List<PricedGate> gates = new ArrayList<>();
        all.ifPresent(section -> {
            for (String name : section.names()) {
                try (Section keys = section.section(name)) {
                    gates.add(gate(Values.name(name), keys));
                } catch (IllegalArgumentException e) {
                    section.problemAt(name, String.valueOf(e.getMessage()), "rename it");
                }
            }
        });
        return gates;
    }

    private PricedGate gate(String name, Section keys) {
        Price scale = keys.require("scale", PricedGateKeys::positive, new Price(100));
        PerUnit doubling = keys.require("doubling", PricedGateKeys::doubling, PerUnit.parse("0.10"));
        Duration stale = keys.optional("stale-after", LocalGateKeys::span).orElse(MINUTE);
        LocalGate own = local.get(name);
        Map<String, BigDecimal> factors = own == null ? LocalGateKeys.factors(keys, "nodes", nodes) : own.nodes();
        if (own != null && keys.optionalSection("nodes").isPresent()) {
            keys.problemAt("nodes", "the nodes behind '" + name + "' stand under 'flowgates'", "leave this key out");
        }
        Map<String, PerUnit> loads = new LinkedHashMap<>();
        factors.forEach((node, factor) -> loads.put(node, PerUnit.of(factor)));
        return new PricedGate(new Flowgate(name, scale, doubling), stale, loads, own != null);
    }

    private static Price positive(String text) {
        Price price = Price.parse(text);
        if (price.compareTo(Price.ZERO) <= 0) {
            throw new IllegalArgumentException(
                    "a price of " + price + " is not above 0: a loaded gate must not reward more load");
        }
        return price;
    }

    private static PerUnit doubling(String text) {
        PerUnit share = PerUnit.parse(text);
        if (share.billionths() < LEAST_DOUBLING.billionths() || share.billionths() > LARGEST_DOUBLING.billionths()) {
            throw new IllegalArgumentException(
                    "a rise in loading of " + share + " is not between " + LEAST_DOUBLING + " and " + LARGEST_DOUBLING);
        }
        return share;
    }
}
