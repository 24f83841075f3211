package org.wolfgate.agent.dispatch;

import java.util.Arrays;
import java.util.List;

/**
 * The value that no dispatch can exceed, from flowgate prices alone (weak duality). The prices need not come from any
 * solver; the better they are, the lower the bound.
 */
final class DualBound {

    /** Prices may miss by this much, in currency/MWh, where a bound that does not exist would be needed. */
    private static final double PRICE_ROUNDING = 1e-7;

    private final DispatchProblem problem;
    private final double[] prices;
    private final double[] nodePrice;
    private final double[] hubPrice;
    private final double[] edge;
    private final double[] worth;
    private final double[] megawatts;
    private final double[] zoneWorth;

    /**
     * @param prices mu of each flowgate
     * @param edge effective strike of each unit
     * @param worth what 1 MW of each unit earns where it is withdrawn; not used in {@link Mode#HUB}
     * @param megawatts MW of each unit that may run
     * @param zoneWorth what 1 MW withdrawn in each zone earns; used in {@link Mode#HUB} only
     */
    DualBound(
            DispatchProblem problem,
            double[] prices,
            double[] edge,
            double[] worth,
            double[] megawatts,
            double[] zoneWorth) {
        this.problem = problem;
        this.prices = prices;
        this.edge = edge;
        this.worth = worth;
        this.megawatts = megawatts;
        this.zoneWorth = zoneWorth;
        this.nodePrice = new double[problem.nodes().size()];
        this.hubPrice = new double[problem.zones().size()];
        for (int l = 0; l < prices.length; l++) {
            if (prices[l] != 0) {
                Doubles ptdf = problem.flowgates().get(l).ptdf();
                for (int i = 0; i < nodePrice.length; i++) {
                    nodePrice[i] += prices[l] * ptdf.get(i);
                }
                for (int m = 0; m < hubPrice.length; m++) {
                    hubPrice[m] += prices[l] * problem.zones().get(m).hub().loading(ptdf);
                }
            }
        }
    }

    /** The bound in currency/h; infinite if a gate without the limit has a price. */
    double value() {
        double sum = 0;
        for (int l = 0; l < prices.length; l++) {
            Flowgate gate = problem.flowgates().get(l);
            double limit = prices[l] > 0 ? gate.forwardLimit() : -gate.reverseLimit();
            if (Double.isFinite(limit)) {
                sum += prices[l] * (limit - gate.baseFlow());
            } else if (Math.abs(prices[l]) > PRICE_ROUNDING) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return problem.mode() == Mode.HUB ? sum + hubValue(energyPrice()) : sum + deliveredValue();
    }

    private double deliveredValue() {
        double sum = 0;
        List<TransactionUnit> units = problem.units();
        for (int u = 0; u < units.size(); u++) {
            TransactionUnit unit = units.get(u);
            int sink = problem.mode() == Mode.FIRM ? unit.destination() : 0;
            double net = worth[u] - nodePrice[unit.node()] + hubPrice[sink] - edge[u];
            sum += megawatts[u] * Math.max(0, net);
        }
        return sum;
    }

    private double hubValue(double energyPrice) {
        double sum = 0;
        for (int u = 0; u < edge.length; u++) {
            sum += megawatts[u] * Math.max(0, energyPrice - threshold(u));
        }
        for (int m = 0; m < hubPrice.length; m++) {
            double margin = zoneThreshold(m) - energyPrice;
            Zone zone = problem.zones().get(m);
            double amount = margin > 0 ? zone.mostWithdrawal() : zone.leastWithdrawal();
            if (Double.isFinite(amount)) {
                sum += margin * amount;
            } else if (Math.abs(margin) > PRICE_ROUNDING) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum;
    }

    private double threshold(int u) {
        return edge[u] + nodePrice[problem.units().get(u).node()];
    }

    private double zoneThreshold(int m) {
        return zoneWorth[m] + hubPrice[m];
    }

    /** The energy price lambda that makes the bound lowest: the highest worth of a zone unless a bound stops it. */
    private double energyPrice() {
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        for (int m = 0; m < hubPrice.length; m++) {
            Zone zone = problem.zones().get(m);
            least = zone.mostWithdrawal() == Double.POSITIVE_INFINITY ? Math.max(least, zoneThreshold(m)) : least;
            most = zone.leastWithdrawal() == Double.NEGATIVE_INFINITY ? Math.min(most, zoneThreshold(m)) : most;
        }
        if (least >= most) {
            return (least + most) / 2;
        }
        if (least > Double.NEGATIVE_INFINITY && surplusAbove(least) >= 0) {
            return least;
        }
        double[] kinks = kinks();
        int low = 0;
        int high = kinks.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (surplusAbove(kinks[middle]) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Math.min(most, Math.max(least, kinks[low]));
    }

    private double[] kinks() {
        double[] kinks = new double[edge.length + hubPrice.length];
        for (int u = 0; u < edge.length; u++) {
            kinks[u] = threshold(u);
        }
        for (int m = 0; m < hubPrice.length; m++) {
            kinks[edge.length + m] = zoneThreshold(m);
        }
        Arrays.sort(kinks);
        return kinks;
    }

    /** How fast the bound rises with the energy price, just above it: MW that would inject minus MW withdrawn. */
    private double surplusAbove(double energyPrice) {
        double sum = 0;
        for (int u = 0; u < edge.length; u++) {
            sum += threshold(u) <= energyPrice ? megawatts[u] : 0;
        }
        for (int m = 0; m < hubPrice.length; m++) {
            Zone zone = problem.zones().get(m);
            sum -= zoneThreshold(m) > energyPrice ? zone.mostWithdrawal() : zone.leastWithdrawal();
        }
        return sum;
    }
}
