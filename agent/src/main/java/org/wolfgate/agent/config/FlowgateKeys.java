package org.wolfgate.agent.config;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.pricing.rights.GateHoldings;
import org.wolfgate.agent.pricing.rights.RightEntry;
import org.wolfgate.agent.pricing.rights.RightsLedger;
import org.wolfgate.agent.pricing.rights.TransferFactors;
import org.wolfgate.agent.pricing.rights.TransferFactors.Pair;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code flowgate-rights} of a node: how it loads flowgates, for how long that holds, and what it holds. */
final class FlowgateKeys {

    private FlowgateKeys() {}

    static Optional<GateHoldings> read(Section node, String id) {
        return node.optionalSection("flowgate-rights").map(keys -> {
            try (keys) {
                TransferFactors factors = factors(keys);
                return new GateHoldings(factors, holdings(keys, id, factors));
            }
        });
    }

    private static TransferFactors factors(Section keys) {
        String topology = keys.require("topology", Values::name, "");
        Instant from = keys.require("from", Values::instant, Instant.MIN);
        Instant until = keys.require("until", Values::instant, Instant.MAX);
        Map<String, Pair> gates = new LinkedHashMap<>();
        for (Section gate : keys.sections("gates")) {
            try (gate) {
                Pair pair = new Pair(
                        gate.require("source", FlowgateKeys::factor, BigDecimal.ZERO),
                        gate.require("sink", FlowgateKeys::factor, BigDecimal.ZERO));
                if (gates.put(gate.require("gate", Values::name, ""), pair) != null) {
                    gate.problemAt("gate", "this gate is there twice", "keep one of them");
                }
            }
        }
        if (!from.isBefore(until)) {
            keys.problemAt("until", "the factors end at " + until + ", not after " + from, "choose a later time");
        }
        if (gates.isEmpty()) {
            keys.problem("no flowgate is named", "add 'gates', or leave 'flowgate-rights' out");
        }
        return new TransferFactors(topology, from, until, gates);
    }

    private static RightsLedger holdings(Section keys, String owner, TransferFactors factors) {
        RightsLedger ledger = RightsLedger.EMPTY;
        for (Section right : keys.sections("holdings")) {
            try (right) {
                Optional<RightEntry> entry = entry(right, owner, factors);
                ledger = entry.isPresent() ? ledger.with(entry.get()) : ledger;
            }
        }
        return ledger;
    }

    private static Optional<RightEntry> entry(Section right, String owner, TransferFactors factors) {
        String gate = right.require("gate", text -> known(text, factors), "");
        ActivePower power = right.require("power", ActivePower::parse, ActivePower.ZERO);
        String reference = right.text("reference");
        Instant from = right.require("from", Values::instant, Instant.MIN);
        Instant until = right.require("until", Values::instant, Instant.MAX);
        return CurveSection.guarded(right, () -> new RightEntry(gate, owner, from, until, power, reference));
    }

    private static String known(String gate, TransferFactors factors) {
        if (!factors.gates().containsKey(gate)) {
            throw new IllegalArgumentException("no flowgate '" + gate + "' is among this node's gates");
        }
        return gate;
    }

    static BigDecimal factor(String text) {
        try {
            BigDecimal factor = new BigDecimal(text.strip());
            if (factor.abs().compareTo(BigDecimal.ONE) <= 0) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + text + "' is no distribution factor: write a number from -1 to 1");
    }
}
