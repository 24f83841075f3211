package org.wolfgate.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.GateShare;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.NodeQuote;
import org.wolfgate.agent.pricing.PerUnit;

/** Group {@code residual}: deviations of several nodes and one gate, whose rent is all that they pay together. */
final class ResidualCases {

    private ResidualCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        Inputs gate = new Inputs(inputs.fields().required("gate"), inputs.shared());
        List<Object> rows = new ArrayList<>();
        Money sum = Money.ZERO;
        BigDecimal flow = BigDecimal.ZERO;
        Optional<BigDecimal> term = Optional.empty();
        for (Inputs row : inputs.each("rows")) {
            NodeQuote quote = quote(inputs, gate, row.text("ptdf"));
            Money amount = quote.quote().price().times(row.energy("deviation_wh"));
            rows.add(Map.of("node", row.text("node"), "price", quote.quote().price(), "amount", amount));
            sum = sum.plus(amount);
            flow = flow.add(row.decimal("ptdf").multiply(row.decimal("deviation_wh")));
            term = quote.terms().get(0).price();
        }
        Optional<BigDecimal> rent = term.map(flow.movePointLeft(6).negate()::multiply);
        return Map.of(
                "rows", rows,
                "sum_amount", sum,
                "gate_term", term,
                "gate_flow_wh", flow.setScale(0, RoundingMode.HALF_EVEN),
                "minus_term_times_flow", rent.map(Money::of));
    }

    private static NodeQuote quote(Inputs inputs, Inputs gate, String factor) {
        Flowgate flowgate = new Flowgate("gate", gate.price("a"), PerUnit.parse(gate.text("d_load")));
        NodePrice node = new NodePrice(Parameters.of(inputs), List.of(new GateShare(flowgate, PerUnit.parse(factor))));
        Map<String, PerUnit> loadings =
                gate.has("loading") ? Map.of("gate", PerUnit.parse(gate.text("loading"))) : Map.of();
        return node.quote(inputs.frequency("f_mhz"), inputs.megawatts("ace_mw"), loadings);
    }
}
