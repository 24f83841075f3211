package org.wolfgate.agent.config;

import java.util.Optional;
import org.wolfgate.agent.control.ContractMode;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Accounting;
import org.wolfgate.agent.settlement.DamagesTerms;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code damages} of a node: what its bilateral contract says of a shortfall. */
final class DamagesKeys {

    private DamagesKeys() {}

    static Optional<DamagesTerms> read(Section node, ContractMode contract) {
        return node.optionalSection("damages").map(keys -> {
            try (keys) {
                if (contract == ContractMode.NO_CONTRACT) {
                    keys.problem(
                            "a node without a contract owes no damages",
                            "write 'contract: scheduled', or leave it out");
                }
                return new DamagesTerms(
                        keys.require("accounting", Words.of(Accounting.class), Accounting.GROSS),
                        keys.require("contract-price", Price::parse, Price.ZERO));
            }
        });
    }
}
