package org.wolfgate.vectors;

import java.util.Map;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.ReactiveEnergy;
import org.wolfgate.agent.pricing.tariff.Situation;

/** The Indian reactive charge with its dead band. */
final class ReactiveTariffCases {

    private ReactiveTariffCases() {}

    static Map<String, Object> answer(Inputs inputs) {
        ReactiveEnergy injected = new ReactiveEnergy(
                inputs.decimal("kvarh_injected").movePointRight(3).longValueExact());
        Situation situation = Situation.of(Map.of("rate", inputs.decimal("rate_paise_kvarh")));
        return Map.of(
                "amount_rs",
                TariffBook.tariff("in-iegc-var")
                        .settle(injected, PerUnit.parse(inputs.text("v_pu")), situation)
                        .orElseThrow()
                        .toCents());
    }
}
