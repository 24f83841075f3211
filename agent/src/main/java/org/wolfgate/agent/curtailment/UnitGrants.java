package org.wolfgate.agent.curtailment;

import java.util.List;
import java.util.Map;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

public final class UnitGrants {
    private UnitGrants() {}

    public static Map<String, ActivePower> under(ActivePower cap, Price spot, List<InsuredTranche> scheduled) {
        return Map.of();
    }
}
