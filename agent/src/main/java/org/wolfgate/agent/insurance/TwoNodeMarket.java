package org.wolfgate.agent.insurance;

import java.util.List;

/**
 * The market of the paper's section 3.1: two injection nodes sell to one hub behind one congested flowgate.
 *
 * @param first supply of node 1, the node the congested gate hits harder
 * @param second supply of node 2
 * @param congested the gate that is expected to bind at every price, with a larger factor for node 1
 * @param others gates that are expected to stay slack
 * @param spot the hub's spot price S ~ U(L, H)
 */
public record TwoNodeMarket(
        LinearSupply first, LinearSupply second, Gate congested, List<Gate> others, UniformPrice spot) {

    public TwoNodeMarket {
        others = List.copyOf(others);
        if (!(congested.first() > congested.second() && congested.second() > 0)) {
            throw new IllegalArgumentException("two-node equilibrium: gate " + congested.name() + " has factors "
                    + congested.first() + " and " + congested.second()
                    + "; the closed form needs the first above the second and both above 0, so number the nodes so");
        }
    }

    /**
     * A flowgate seen from the two nodes: first q1 + second q2 within plus and minus the limit.
     *
     * @param name as the operator calls it
     * @param first MW over the gate per MW from node 1 to the hub
     * @param second MW over the gate per MW from node 2 to the hub
     * @param limit MW, in both directions, above 0
     */
    public record Gate(String name, double first, double second, double limit) {

        public Gate {
            if (!Double.isFinite(first) || !Double.isFinite(second) || !(limit > 0)) {
                throw new IllegalArgumentException("gate " + name + ": factors " + first + ", " + second + " and limit "
                        + limit + " MW; the factors must be finite and the limit above 0");
            }
        }

        double flow(Pair quantity) {
            return first * quantity.first() + second * quantity.second();
        }
    }

    /** One number for each of the two nodes. */
    public record Pair(double first, double second) {}

    /** The same market with all gates but the congested one ignored. */
    public TwoNodeMarket withoutOtherGates() {
        return new TwoNodeMarket(first, second, congested, List.of(), spot);
    }

    /** Welfare per hour at a price: the energy's value at the hub less the cost of making it. */
    public double welfare(double price, Pair q) {
        return price * (q.first() + q.second()) - first.cost(q.first()) - second.cost(q.second());
    }

    /**
     * The welfare optimum of an ISO that knows all costs, the paper's (7): equal margins per MW of the congested gate,
     * (s - v1)/g1 = (s - v2)/g2, on the gate's limit. Right only while {@link TwoNodeValidity} has no objection.
     */
    public Pair firstBest(double price) {
        double g1 = congested.first();
        double g2 = congested.second();
        double scale = second.slope() * g1 * g1 + first.slope() * g2 * g2;
        double rest = congested.limit() * g1 * second.slope()
                + g2 * (g2 * (price - first.intercept()) - g1 * (price - second.intercept()));
        double q1 = rest / scale;
        return new Pair(q1, (congested.limit() - g1 * q1) / g2);
    }
}
