package org.wolfgate.agent.insurance.paper;

import java.util.Comparator;
import org.wolfgate.agent.insurance.LevelScheme;
import org.wolfgate.agent.insurance.PricedDispatch;

/**
 * A scheme with one level per zone has two dispatches: one while power is dear at hub 4, one while it is not.
 *
 * @param low the one that withdraws less at hub 2
 * @param high the one that withdraws more at hub 2
 * @param switchPrice the value of 5 S2 - 3 S4 at which the ISO goes over from one to the other
 */
record TwoDispatches(PricedDispatch low, PricedDispatch high, double switchPrice) {

    static TwoDispatches of(LevelScheme scheme) {
        Comparator<PricedDispatch> byHub2 =
                Comparator.comparingDouble(entry -> entry.withdrawals().get(1));
        PricedDispatch low = scheme.dispatches().stream().min(byHub2).orElseThrow();
        PricedDispatch high = scheme.dispatches().stream().max(byHub2).orElseThrow();
        double cost = scheme.blocks().get(1).strike()
                * (high.grants().get(1) - low.grants().get(1));
        double at2 = high.withdrawals().get(1) - low.withdrawals().get(1);
        double at4 = high.withdrawals().get(0) - low.withdrawals().get(0);
        if (!Figures.same(-3 / 5.0, at4 / at2)) {
            throw new IllegalStateException("the dispatches are worth the same on " + at2 + " S2 + " + at4 + " S4 = "
                    + cost + ", which is no multiple of 5 S2 - 3 S4");
        }
        return new TwoDispatches(low, high, 5 * cost / at2);
    }

    /** Both as q1/q2/q3/q4 in MW, and the switch. */
    String text() {
        return quantities(low) + "; " + quantities(high) + "; switch " + shortest(switchPrice);
    }

    private static String quantities(PricedDispatch dispatch) {
        return shortest(dispatch.grants().get(0)) + "/"
                + shortest(dispatch.withdrawals().get(1)) + "/"
                + shortest(dispatch.grants().get(1)) + "/"
                + shortest(dispatch.withdrawals().get(0));
    }

    /** Six decimals without trailing zeros. */
    private static String shortest(double value) {
        return Figures.decimals(Math.abs(value), 6).replaceAll("\\.?0+$", "");
    }
}
