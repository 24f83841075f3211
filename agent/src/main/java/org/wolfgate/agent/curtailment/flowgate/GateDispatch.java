package org.wolfgate.agent.curtailment.flowgate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.dispatch.DispatchFailure;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.Dispatcher;
import org.wolfgate.agent.dispatch.Doubles;
import org.wolfgate.agent.dispatch.Flowgate;
import org.wolfgate.agent.dispatch.KilowattOrder;
import org.wolfgate.agent.dispatch.KilowattOrders;
import org.wolfgate.agent.dispatch.Mode;
import org.wolfgate.agent.dispatch.Node;
import org.wolfgate.agent.dispatch.TransactionUnit;
import org.wolfgate.agent.dispatch.Zone;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * The minimum-compensation dispatch of the units behind local flowgates. A unit struck above the spot price is owed
 * nothing, like an uninsured one, and is cut with those; unlike the ISO's desk it does not stand without need.
 */
final class GateDispatch {

    private final Map<String, List<InsuredTranche>> units;
    private final List<Bound> bounds;
    private final double spot;

    /**
     * A flowgate as the dispatch sees it.
     *
     * @param base MW that flow whatever the units do
     * @param highest most MW in its direction
     * @param lowest least MW, negative for a limit against its direction
     */
    record Bound(LocalGate gate, double base, double highest, double lowest) {}

    /**
     * A dispatch of these units.
     *
     * @param units by node, at the quantities that would run
     * @param spot the price that a curtailed unit is compensated by; empty to rank the units by their strikes alone
     */
    GateDispatch(Map<String, List<InsuredTranche>> units, List<Bound> bounds, Optional<Price> spot) {
        this.units = units;
        this.bounds = bounds;
        this.spot = spot.map(price -> price.perMegawattHour().doubleValue()).orElseGet(this::aboveAllStrikes);
    }

    /** What each node may run of its units, in whole kW. */
    Map<String, ActivePower> grants() {
        List<String> nodes = List.copyOf(units.keySet());
        DispatchProblem problem = problem(nodes);
        try {
            Map<String, ActivePower> grants = new LinkedHashMap<>();
            for (KilowattOrder order :
                    KilowattOrders.of(problem, Dispatcher.solve(problem)).orders()) {
                String node = nodes.get(order.node());
                grants.put(node, order.terms().cap().min(total(node)));
            }
            return grants;
        } catch (DispatchFailure e) {
            return alike();
        }
    }

    private DispatchProblem problem(List<String> nodes) {
        List<Node> all =
                new ArrayList<>(nodes.stream().map(id -> new Node(id, 0)).toList());
        all.add(new Node("grid", 0));
        List<TransactionUnit> transactions = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            for (InsuredTranche tranche : units.getOrDefault(nodes.get(n), List.of())) {
                transactions.add(new TransactionUnit(
                        tranche.unit(), n, tranche.quantity().megawatts().doubleValue(), strike(tranche), 0));
            }
        }
        return new DispatchProblem(
                Mode.SINGLE,
                List.of(Zone.of(spot, nodes.size())),
                all,
                bounds.stream().map(bound -> flowgate(bound, nodes)).toList(),
                transactions);
    }

    private OptionalDouble strike(InsuredTranche tranche) {
        double strike =
                tranche.strike().map(c -> c.perMegawattHour().doubleValue()).orElse(Double.POSITIVE_INFINITY);
        return strike <= spot ? OptionalDouble.of(strike) : OptionalDouble.empty();
    }

    private static Flowgate flowgate(Bound bound, List<String> nodes) {
        double[] ptdf = new double[nodes.size() + 1];
        for (int n = 0; n < nodes.size(); n++) {
            ptdf[n] = bound.gate().factor(nodes.get(n));
        }
        return new Flowgate(Doubles.of(ptdf), bound.base(), bound.highest(), -bound.lowest());
    }

    /** Without a certified dispatch all nodes that load the worst gate are cut alike: dearer, and safe. */
    Map<String, ActivePower> alike() {
        List<String> nodes = List.copyOf(units.keySet());
        double left =
                bounds.stream().mapToDouble(bound -> share(bound, nodes)).min().orElse(1);
        Map<String, ActivePower> grants = new LinkedHashMap<>();
        nodes.forEach(node -> grants.put(
                node, ActivePower.ofKilowatts((long) (left * total(node).watts() / 1000))));
        return grants;
    }

    /** The counter-flow of the others is cut too, so it is not counted on. */
    private double share(Bound bound, List<String> nodes) {
        return Math.min(
                left(bound.highest() - bound.base(), loading(bound, nodes, 1)),
                left(bound.base() - bound.lowest(), loading(bound, nodes, -1)));
    }

    /** MW that the nodes which push the gate this way put on it together. */
    private double loading(Bound bound, List<String> nodes, int way) {
        return nodes.stream()
                .mapToDouble(node -> Math.max(0, way * bound.gate().factor(node))
                        * total(node).megawatts().doubleValue())
                .sum();
    }

    private static double left(double room, double pushing) {
        return pushing <= room ? 1 : Math.max(0, room / pushing);
    }

    /** So that each strike is worth something, and the uninsured still go first. */
    private double aboveAllStrikes() {
        return 1
                + units.values().stream()
                        .flatMap(List::stream)
                        .flatMap(tranche -> tranche.strike().stream())
                        .mapToDouble(strike -> strike.perMegawattHour().doubleValue())
                        .max()
                        .orElse(0);
    }

    private ActivePower total(String node) {
        return units.getOrDefault(node, List.of()).stream()
                .map(InsuredTranche::quantity)
                .reduce(ActivePower.ZERO, ActivePower::plus);
    }
}
