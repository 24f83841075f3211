package org.wolfgate.agent.dispatch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * Rounds the caps of a dispatch to whole kW. Rounding a cap down can raise a flow where that node's injection is
 * counterflow, so the flows are computed again, and caps that load an exceeded gate go down, or those that relieve it up, kW by kW.
 */
public final class KilowattOrders {

    private static final double KILOWATT = 1e-3;
    private static final double ROUNDING = 1e-9;
    private static final double FLOW_TOLERANCE = 1e-7;
    /** Most MW that a correction moves a cap from what was dispatched; a smaller excess is better than more. */
    private static final double REACH = 0.05;

    private static final int MOST_REPAIRS = 1000;

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

    /** The orders of a dispatch of this problem, in the order of {@link Dispatch#orders()}. */
    public static RoundedOrders of(DispatchProblem problem, Dispatch dispatch) {
        KilowattOrders rounding = new KilowattOrders(problem, dispatch);
        double excess = rounding.repair();
        return new RoundedOrders(
                IntStream.range(0, rounding.kilowatts.length)
                        .mapToObj(j -> rounding.order(j, dispatch.orders().get(j)))
                        .toList(),
                excess);
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

    /**
     * Corrects the worst gate until all are kept. Gates that pull against each other can keep that from ending: then the
     * best caps seen stay, and the excess in MW that they leave is returned.
     */
    private double repair() {
        double least = Double.POSITIVE_INFINITY;
        long[] best = kilowatts.clone();
        for (int turn = 0; turn < MOST_REPAIRS; turn++) {
            int worst = worst();
            double over = worst < 0 ? 0 : over(worst);
            if (over <= FLOW_TOLERANCE) {
                return 0;
            }
            if (over < least) {
                least = over;
                System.arraycopy(kilowatts, 0, best, 0, best.length);
            }
            if (!correct(worst, change(worst) > 0 ? 1 : -1, over)) {
                break;
            }
        }
        System.arraycopy(best, 0, kilowatts, 0, best.length);
        return least;
    }

    private int worst() {
        return IntStream.range(0, excess.length)
                .reduce((a, b) -> over(a) >= over(b) ? a : b)
                .orElse(-1);
    }

    /** MW by which rounding alone puts a gate over its limit. */
    private double over(int gate) {
        double change = change(gate);
        return excess[gate][change > 0 ? 0 : 1] + Math.abs(change);
    }

    private boolean correct(int gate, int sign, double over) {
        int best = -1;
        double most = ROUNDING;
        for (int j = 0; j < kilowatts.length; j++) {
            double loads = sign * loading(gate, j);
            boolean useful = loads > 0
                    ? kilowatts[j] > 0 && rounded(j) > exact[j] - REACH
                    : rounded(j) < Math.min(exact[j] + REACH, model.columns.highest(j) - ROUNDING);
            // Going down never calls for more than was granted, so it comes first.
            double merit = loads > 0 ? 1 + loads : -loads;
            if (useful && Math.abs(loads) > ROUNDING && merit > most) {
                most = merit;
                best = j;
            }
        }
        if (best < 0) {
            return false;
        }
        double loads = sign * loading(gate, best);
        long step = (long) Math.ceil(Math.min(REACH, over / Math.abs(loads)) / KILOWATT - ROUNDING);
        long now = Math.min(kilowatts[best], (long) Math.floor(rounded(best) / KILOWATT + ROUNDING));
        kilowatts[best] = loads > 0 ? Math.max(0, now - step) : now + step;
        return true;
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
