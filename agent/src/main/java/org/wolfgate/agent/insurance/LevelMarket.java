package org.wolfgate.agent.insurance;

import java.util.List;
import org.wolfgate.agent.dispatch.DispatchProblem;

/**
 * A network on which insurance is sold in discrete levels.
 *
 * @param network mode, zones, nodes and flowgates; without units, and its spot prices are not used
 * @param offers the levels at each injection node that has supply
 * @param forecast regions of joint spot prices that do not overlap; their probabilities sum to 1
 * @param aboveSpot what becomes of units whose strike exceeds the spot price
 */
public record LevelMarket(
        DispatchProblem network, List<LevelOffer> offers, List<PriceRegion> forecast, StrikeAboveSpot aboveSpot) {

    public LevelMarket {
        offers = List.copyOf(offers);
        forecast = List.copyOf(forecast);
        if (!network.units().isEmpty()) {
            throw new IllegalArgumentException("insurance levels: the network already has "
                    + network.units().size() + " units; give it without any, the levels become the units");
        }
        double total = forecast.stream().mapToDouble(PriceRegion::probability).sum();
        if (Math.abs(total - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "insurance levels: the probabilities of the price forecast sum to " + total + ", not to 1");
        }
        for (LevelOffer offer : offers) {
            if (offer.node() < 0 || offer.node() >= network.nodes().size()) {
                throw new IllegalArgumentException("insurance levels: node " + offer.node() + " is not one of the "
                        + network.nodes().size() + " nodes of the network");
            }
        }
    }

    /** The zone that an offer's node is in. */
    int zone(LevelOffer offer) {
        return network.nodes().get(offer.node()).zone();
    }

    /** The same market with other levels. */
    public LevelMarket withOffers(List<LevelOffer> others) {
        return new LevelMarket(network, others, forecast, aboveSpot);
    }
}
