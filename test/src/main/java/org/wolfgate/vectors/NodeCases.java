package org.wolfgate.vectors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.GateShare;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.NodeQuote;
import org.wolfgate.agent.pricing.PerUnit;

/** Group {@code node}: flowgate loadings disperse the price. */
final class NodeCases {

    private NodeCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        List<GateShare> gates = inputs.each("gates").stream()
                .map(gate -> new GateShare(flowgate(gate), PerUnit.parse(gate.text("ptdf"))))
                .toList();
        Map<String, PerUnit> loadings = new HashMap<>();
        inputs.each("gates").stream()
                .filter(gate -> gate.has("loading"))
                .forEach(gate -> loadings.put(gate.text("id"), PerUnit.parse(gate.text("loading"))));
        NodeQuote quote = new NodePrice(Parameters.of(inputs), gates)
                .quote(inputs.frequency("f_mhz"), inputs.megawatts("ace_mw"), loadings);
        List<Object> terms = quote.terms().stream().<Object>map(GateTerm::price).toList();
        return Map.of(
                "price", quote.quote().price(),
                "gate_terms", terms,
                "flags", quote.flags());
    }

    private static Flowgate flowgate(Inputs gate) {
        return new Flowgate(gate.text("id"), gate.price("a"), PerUnit.parse(gate.text("d_load")));
    }
}
