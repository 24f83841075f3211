package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wolfgate.agent.control.GeneratorView.Standing;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.TrancheLadder;
import org.wolfgate.agent.curtailment.UnitGrants;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.OrderBook;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.pricing.tariff.Provenance;
import org.wolfgate.drivers.ActivePower;

/** Puts together what the generators behind a node are told. */
final class GeneratorViews {

    private final SystemPrice price;
    private final OrderBook orders;
    private final MarketBook market;
    private final Claims claims;

    GeneratorViews(SystemPrice price, OrderBook orders, MarketBook market, Claims claims) {
        this.price = price;
        this.orders = orders;
        this.market = market;
        this.claims = claims;
    }

    Standing standing(NodeControl node, Instant now) {
        return new Standing(node.cap(), orders.inForce(node.settings().id(), now));
    }

    GeneratorView of(NodeControl node, Instant now) {
        String id = node.settings().id();
        Optional<OrderEntry> order = orders.inForce(id, now);
        return new GeneratorView(
                id,
                now,
                node.cap(),
                order,
                node.compliance().soFar(now),
                claims.owed(id),
                node.totals().deviation(),
                price.parameterSet(),
                Provenance.OWN_CHOICE,
                units(node, order, now));
    }

    private List<GeneratorView.Unit> units(NodeControl node, Optional<OrderEntry> order, Instant now) {
        String id = node.settings().id();
        List<InsuredTranche> insured = market.tranches(id);
        Optional<List<InsuredTranche>> scheduled =
                market.scheduled(id, now).map(power -> TrancheLadder.scheduled(insured, power));
        Map<String, ActivePower> quantities =
                scheduled.map(GeneratorViews::quantities).orElse(Map.of());
        Map<String, ActivePower> granted = scheduled
                .flatMap(units ->
                        market.spot(node.settings().zone(), now).map(spot -> grants(node.cap(), order, spot, units)))
                .orElse(Map.of());
        return insured.stream()
                .map(unit -> new GeneratorView.Unit(
                        unit.unit(),
                        unit.strike(),
                        Optional.ofNullable(quantities.get(unit.unit())),
                        Optional.ofNullable(granted.get(unit.unit()))))
                .toList();
    }

    private static Map<String, ActivePower> quantities(List<InsuredTranche> scheduled) {
        return scheduled.stream().collect(Collectors.toMap(InsuredTranche::unit, InsuredTranche::quantity));
    }

    /** An order splits its cap by its own terms; any other cap is split by strike alone. */
    private static Map<String, ActivePower> grants(
            Cap cap, Optional<OrderEntry> order, Price spot, List<InsuredTranche> scheduled) {
        if (cap.limit().isEmpty()) {
            return Map.of();
        }
        return order.map(OrderEntry::order)
                .filter(o -> cap.order().equals(Optional.of(o.id())))
                .map(o -> UnitGrants.under(o, spot, scheduled))
                .orElseGet(() -> UnitGrants.within(cap.limit().get(), spot, scheduled));
    }
}
