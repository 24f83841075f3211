package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.PlantSplit.UnitShare;
import org.wolfgate.agent.curtailment.TrancheLadder;
import org.wolfgate.agent.curtailment.UnitGrants;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/** What each unit of a node may run at within a limit, for the plants that make its power. */
final class NodeUnits {

    private final NodeSettings settings;
    private final MarketBook market;

    NodeUnits(NodeSettings settings, MarketBook market) {
        this.settings = settings;
        this.market = market;
    }

    /**
     * The units whose plants are configured. None while schedule or spot price is not known: then the plants share by
     * rating, for the limit must be kept whoever pays for it.
     *
     * @param order in force; its marginal strike counts where the limit is its cap
     */
    List<UnitShare> within(ActivePower limit, Optional<CurtailmentOrder> order, Instant now) {
        Optional<ActivePower> scheduled = market.scheduled(settings.id(), now);
        Optional<Price> spot = market.spot(settings.zone(), now);
        if (settings.units().isEmpty() || scheduled.isEmpty() || spot.isEmpty()) {
            return List.of();
        }
        List<InsuredTranche> ladder = TrancheLadder.scheduled(market.tranches(settings.id()), scheduled.get());
        Map<String, ActivePower> grants = order.filter(o -> o.cap().equals(limit))
                .map(o -> UnitGrants.under(o, spot.get(), ladder))
                .orElseGet(() -> UnitGrants.within(limit, spot.get(), ladder));
        List<UnitShare> shares = new ArrayList<>();
        settings.units()
                .forEach((unit, plants) ->
                        shares.add(new UnitShare(grants.getOrDefault(unit, ActivePower.ZERO), plants)));
        return shares;
    }
}
