package org.wolfgate.agent.dispatch;

/**
 * A price zone in one interval. The withdrawal bounds matter in {@link Mode#HUB} only.
 *
 * @param spot spot price in currency/MWh; may be negative
 * @param hub where the zone withdraws
 * @param leastWithdrawal lower bound on the hub's withdrawal in MW; {@code -Infinity} lets the hub inject freely
 * @param mostWithdrawal upper bound in MW; {@code +Infinity} if there is none
 */
public record Zone(double spot, Hub hub, double leastWithdrawal, double mostWithdrawal) {

    /** A zone whose hub withdraws any amount and never injects, the paper's w >= 0. */
    public static Zone of(double spot, int hubNode) {
        return new Zone(spot, Hub.at(hubNode), 0, Double.POSITIVE_INFINITY);
    }

    /** The same zone with a hub that may also inject: the paper's "unlimited displacement power". */
    public Zone withFreeHub() {
        return new Zone(spot, hub, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same zone at another spot price, in currency/MWh. */
    public Zone withSpot(double price) {
        return new Zone(price, hub, leastWithdrawal, mostWithdrawal);
    }
}
