package org.wolfgate.agent.insurance;

import java.util.List;

/**
 * The insurance levels that are sold at one node.
 *
 * @param node index of the injection node
 * @param supply the units there
 * @param strikes strike prices of the levels, currency/MWh, rising
 */
public record LevelOffer(int node, LinearSupply supply, List<Double> strikes) {

    public LevelOffer {
        strikes = List.copyOf(strikes);
        for (int k = 0; k < strikes.size(); k++) {
            SpotPrice.finite("strike of level " + k, strikes.get(k));
            if (k > 0 && strikes.get(k) <= strikes.get(k - 1)) {
                throw new IllegalArgumentException("insurance levels at node " + node + ": strike " + strikes.get(k)
                        + " does not rise above " + strikes.get(k - 1) + "; list each level once, lowest first");
            }
        }
    }
}
