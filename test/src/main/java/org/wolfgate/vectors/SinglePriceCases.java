package org.wolfgate.vectors;

import java.util.Map;
import org.wolfgate.agent.pricing.tariff.Block;
import org.wolfgate.agent.pricing.tariff.Situation;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.Energy;

/** Great Britain and the European Union: an imbalance at a price from outside. */
final class SinglePriceCases {

    private SinglePriceCases() {}

    static Map<String, Object> answer(String file, Inputs inputs) {
        Tariff tariff = TariffBook.tariff(file);
        Energy imbalance =
                new Energy(inputs.decimal("imbalance_mwh").movePointRight(6).longValueExact());
        Block block = Block.of(tariff.blocks().get(0), Energy.ZERO, imbalance);
        Situation situation = Situation.of(Map.of("price", inputs.decimal("price")));
        return Map.of(
                "amount",
                tariff.settle(TariffBook.party(tariff, "any"), block, situation)
                        .total()
                        .toCents());
    }
}
