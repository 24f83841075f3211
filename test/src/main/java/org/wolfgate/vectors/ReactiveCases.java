package org.wolfgate.vectors;

import java.util.Map;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.ReactiveEnergy;
import org.wolfgate.agent.pricing.ReactivePrice;
import org.wolfgate.agent.pricing.Voltage;

/** Group {@code reactive}: local voltage to a price of vars. */
final class ReactiveCases {

    private ReactiveCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        ReactivePrice curve = new ReactivePrice(
                inputs.price("b0"), PerUnit.parse(inputs.text("b1")), PerUnit.parse(inputs.text("d_v")));
        Voltage scheduled = Voltage.ofKilovolts(inputs.decimal("v_sched_kv"));
        Voltage measured = Voltage.ofKilovolts(inputs.decimal("v_kv"));
        Price price = curve.quote(scheduled, measured, inputs.price("p_node")).price();
        return Map.of("price_mvarh", price, "amount", new ReactiveEnergy(inputs.whole("deviation_varh")).at(price));
    }
}
