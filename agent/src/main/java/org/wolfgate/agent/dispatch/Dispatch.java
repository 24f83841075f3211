package org.wolfgate.agent.dispatch;

import java.util.List;

/**
 * A certified minimum-compensation dispatch.
 *
 * @param grants MW that each unit may run, in the order of the problem's units
 * @param withdrawals MW withdrawn at each zone's hub
 * @param flowgatePrices mu in currency/MWh: positive where the forward limit binds, negative where the reverse limit does
 * @param overloadPrices MW of total overload per MW of relief at each flowgate, -1 to 1; all zero where the base flows
 *     fit
 * @param compensation currency/h paid for curtailed MW: sum of (spot - effective strike) x (scheduled - granted)
 * @param rent currency/h that the ISO earns between the zones
 * @param eligible MW of units in the money or uninsured
 * @param overload total MW by which flowgates stay over their limits although everything was done
 * @param certificate proof of feasibility and optimality; it holds
 * @param orders one per node with units, and per destination in {@link Mode#FIRM}, in the order of the nodes
 */
public record Dispatch(
        Doubles grants,
        Doubles withdrawals,
        Doubles flowgatePrices,
        Doubles overloadPrices,
        double compensation,
        double rent,
        double eligible,
        double overload,
        Certificate certificate,
        List<NodeOrder> orders) {

    public Dispatch {
        orders = List.copyOf(orders);
    }

    /** What was minimised: compensation minus rent, in currency/h. */
    public double objective() {
        return compensation - rent;
    }

    /** MW granted in total. */
    public double granted() {
        return grants.sum();
    }
}
