package org.wolfgate.vectors;

import java.util.Map;
import org.wolfgate.agent.pricing.Accounting;
import org.wolfgate.agent.pricing.Damages;

/** Group {@code ld}: a shortfall under both accountings. */
final class DamagesCases {

    private DamagesCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        return Map.of("gross", settle(Accounting.GROSS, inputs), "net", settle(Accounting.NET, inputs));
    }

    private static Map<String, Object> settle(Accounting accounting, Inputs inputs) {
        Damages damages = Damages.of(
                accounting,
                inputs.price("p_wolf"),
                inputs.price("p_contract"),
                inputs.energy("schedule_wh"),
                inputs.energy("metered_wh"));
        return Map.of(
                "shortfall_wh", damages.shortfall(),
                "contract_amount", damages.contract(),
                "ld_amount", damages.damages(),
                "net", damages.net());
    }
}
