package org.wolfgate.agent.dispatch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * Rounds the caps of a dispatch to whole kW. Rounding a cap down can raise a flow where that node's injection is
 * counterflow, so the flows are computed again, and caps that load an exceeded gate go down kW by kW until none is.
 */
public final class KilowattOrders {

    private static final double KILOWATT = 1e-3;
    private static final double ROUNDING = 1e-9;
    private static final double FLOW_TOLERANCE = 1e-7;
    private static final int MOST_REPAIRS = 10_000;

    private final DispatchModel model;
    private final int[] hub;
    private final double[] exact;
    private final long[] kilowatts;
    private final double[][] excess;

    private KilowattOrders(DispatchProblem problem, Dispatch dispatch) {
        this.model = new DispatchModel(problem);
        model.price(problem.zones().stream()
                .mapToDouble(zone -> Ticks.snap(zone.spot()))
                .toArray());
        MeritOrders merit = model.merit;
        this.hub = problem.mode() == Mode.HUB
                ? IntStream.generate(() -> largest(dispatch.withdrawals()))
                        .limit(merit.size)
                        .toArray()
                : merit.destination;
        this.exact = dispatch.orders().stream().mapToDouble(NodeOrder::cap).toArray();
        this.kilowatts = new long[merit.size];
        this.excess = new double[model.gates()][2];
        for (int j = 0; j < kilowatts.length; j++) {
            kilowatts[j] = isWhole(j)
                    ? (long) Math.ceil(exact[j] / KILOWATT - ROUNDING)
                    : (long) Math.floor(exact[j] / KILOWATT + ROUNDING);
        }
        rememberRoom(dispatch);
    }

    /**
     * The orders of a dispatch of this problem, in the order of {@link Dispatch#orders()}.
     *
     * @throws DispatchFailure if no rounding keeps the flowgates
     */
    public static List<KilowattOrder> of(DispatchProblem problem, Dispatch dispatch) {
        KilowattOrders rounding = new KilowattOrders(problem, dispatch);
        rounding.repair();
        return IntStream.range(0, rounding.kilowatts.length)
                .mapToObj(j -> rounding.order(j, dispatch.orders().get(j)))
                .toList();
    }

    private static int largest(Doubles withdrawals) {
        return IntStream.range(0, withdrawals.size())
                .reduce((a, b) -> withdrawals.get(a) >= withdrawals.get(b) ? a : b)
                .orElse(0);
    }

    /** Whether everything eligible runs, so that a cap above it changes nothing. */
    private boolean isWhole(int j) {
        return exact[j] >= model.columns.highest(j) - ROUNDING;
    }

    private double rounded(int j) {
        return Math.min(kilowatts[j] * KILOWATT, model.columns.highest(j));
    }

    private double loading(int gate, int j) {
        Doubles ptdf = model.problem.flowgates().get(gate).ptdf();
        return ptdf.get(model.merit.node[j])
                - model.problem.zones().get(hub[j]).hub().loading(ptdf);
    }

    /** How far each gate is over its forward and reverse limit in the dispatch itself; negative is room. */
    private void rememberRoom(Dispatch dispatch) {
        double[] grants = dispatch.grants().toArray();
        double[] withdrawals = dispatch.withdrawals().toArray();
        for (int l = 0; l < excess.length; l++) {
            Flowgate gate = model.problem.flowgates().get(l);
            double flow = Flows.on(gate, model.problem, grants, withdrawals);
            excess[l][0] = Math.min(0, flow - gate.forwardLimit());
            excess[l][1] = Math.min(0, -gate.reverseLimit() - flow);
        }
    }

    private double change(int gate) {
        double sum = 0;
        for (int j = 0; j < kilowatts.length; j++) {
            sum += loading(gate, j) * (rounded(j) - exact[j]);
        }
        return sum;
    }

    private void repair() {
        for (int turn = 0; turn < MOST_REPAIRS; turn++) {
            boolean kept = true;
            for (int l = 0; l < excess.length; l++) {
                double change = change(l);
                int sign = change > 0 ? 1 : -1;
                double over = excess[l][sign > 0 ? 0 : 1] + Math.abs(change);
                if (over > FLOW_TOLERANCE) {
                    kept = false;
                    reduce(l, sign, over);
                }
            }
            if (kept) {
                return;
            }
        }
        throw new DispatchFailure("rounding the orders to whole kW: after " + MOST_REPAIRS
                + " corrections a flowgate is still over its limit; give the flowgates a margin of some kW");
    }

    private void reduce(int gate, int sign, double over) {
        int best = -1;
        double most = ROUNDING;
        for (int j = 0; j < kilowatts.length; j++) {
            double loads = sign * loading(gate, j);
            if (kilowatts[j] > 0 && loads > most) {
                most = loads;
                best = j;
            }
        }
        if (best < 0) {
            throw new DispatchFailure("rounding the orders to whole kW: flowgate " + gate + " would be " + over
                    + " MW over its limit and no node relieves it; give the flowgate a margin of some kW");
        }
        long below = (long) Math.floor(rounded(best) / KILOWATT + ROUNDING);
        long step = (long) Math.ceil(over / most / KILOWATT);
        kilowatts[best] = Math.max(0, Math.min(below, kilowatts[best]) - step);
    }

    private KilowattOrder order(int j, NodeOrder order) {
        ActivePower cap = ActivePower.ofKilowatts(kilowatts[j]);
        return new KilowattOrder(order.node(), order.destination(), new OrderTerms(cap, Optional.of(marginal(j))));
    }

    /** The marginal strike of the rounded cap, which rounding may have moved to the block below. */
    private OrderTerms.Marginal marginal(int j) {
        double left = rounded(j);
        int blocks = model.columns.blocks(j);
        OrderTerms.Marginal marginal = new OrderTerms.Marginal(Optional.empty(), BigDecimal.ZERO);
        for (int b = 0; b < blocks && left > ROUNDING; b++) {
            double width = model.columns.width(j, b);
            Price strike = Price.of(BigDecimal.valueOf(model.columns.edge(j, b)));
            BigDecimal share = left >= width - ROUNDING
                    ? BigDecimal.ONE
                    : BigDecimal.valueOf(left / width).setScale(9, RoundingMode.FLOOR);
            marginal = new OrderTerms.Marginal(Optional.of(strike), share);
            left -= width;
        }
        return marginal;
    }
}
