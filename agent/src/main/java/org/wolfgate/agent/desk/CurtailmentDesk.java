package org.wolfgate.agent.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.desk.GateRights.Ranked;
import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.Dispatcher;
import org.wolfgate.agent.dispatch.Doubles;
import org.wolfgate.agent.dispatch.Flowgate;
import org.wolfgate.agent.dispatch.KilowattOrder;
import org.wolfgate.agent.dispatch.KilowattOrders;
import org.wolfgate.agent.dispatch.Mode;
import org.wolfgate.agent.dispatch.Node;
import org.wolfgate.agent.dispatch.OrderTerms;
import org.wolfgate.agent.dispatch.TransactionUnit;
import org.wolfgate.agent.dispatch.Zone;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * Decides who is curtailed, how far, when flowgates would overload: by the dispatch that owes the insured units the least
 * compensation. One price zone, whose hub is the grid.
 */
public final class CurtailmentDesk {

    private final List<String> nodes;
    private final List<DeskGate> gates;

    /**
     * A desk that watches these gates.
     *
     * @param nodes every injection node that loads them
     */
    public CurtailmentDesk(List<String> nodes, List<DeskGate> gates) {
        this.nodes = List.copyOf(nodes);
        this.gates = List.copyOf(gates);
    }

    /**
     * The caps that keep every gate within its limit; empty if the schedules fit.
     *
     * @param scheduled each node's tranches at the quantities scheduled
     * @param spot the zone's spot price
     * @throws org.wolfgate.agent.dispatch.DispatchFailure if no certified dispatch is found; nothing may be ordered then
     */
    public List<NodeCap> relieve(Map<String, List<InsuredTranche>> scheduled, Price spot) {
        return relieve(scheduled, spot, node -> plain(scheduled.getOrDefault(node, List.of())));
    }

    /**
     * The same where the operator may want what has no flowgate rights curtailed first. The caps carry no marginal strike
     * then: it would be that of the changed ranking, and the units behind a node fill up to its cap by their own strikes.
     */
    public List<NodeCap> relieve(Map<String, List<InsuredTranche>> scheduled, Price spot, GateRights rights) {
        if (!rights.first()) {
            return relieve(scheduled, spot);
        }
        Function<String, List<Ranked>> units =
                node -> rights.rank(node, scheduled.getOrDefault(node, List.of()), gates, spot);
        return relieve(scheduled, spot, units).stream()
                .map(cap -> new NodeCap(
                        cap.node(),
                        new OrderTerms(cap.terms().cap(), Optional.empty()),
                        cap.reason() + "; what has no flowgate rights is curtailed first"))
                .toList();
    }

    private List<NodeCap> relieve(
            Map<String, List<InsuredTranche>> scheduled, Price spot, Function<String, List<Ranked>> ranked) {
        DispatchProblem problem = problem(ranked, spot);
        Dispatch dispatch = Dispatcher.solve(problem);
        String reason = reason(scheduled, dispatch);
        List<NodeCap> caps = new ArrayList<>();
        for (KilowattOrder order : KilowattOrders.of(problem, dispatch).orders()) {
            String node = nodes.get(order.node());
            if (order.terms().cap().compareTo(total(scheduled, node)) < 0) {
                caps.add(new NodeCap(node, order.terms(), reason));
            }
        }
        return caps;
    }

    private static List<Ranked> plain(List<InsuredTranche> tranches) {
        return tranches.stream()
                .map(tranche -> new Ranked(tranche.unit(), tranche.quantity(), tranche.strike()))
                .toList();
    }

    private DispatchProblem problem(Function<String, List<Ranked>> ranked, Price spot) {
        int hub = nodes.size();
        List<Node> all =
                new ArrayList<>(nodes.stream().map(id -> new Node(id, 0)).toList());
        all.add(new Node("grid", 0));
        List<TransactionUnit> units = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            for (Ranked tranche : ranked.apply(nodes.get(n))) {
                OptionalDouble strike = tranche.strike()
                        .map(c -> OptionalDouble.of(c.perMegawattHour().doubleValue()))
                        .orElse(OptionalDouble.empty());
                double megawatts = tranche.quantity().megawatts().doubleValue();
                units.add(new TransactionUnit(tranche.unit(), n, megawatts, strike, 0));
            }
        }
        double price = spot.perMegawattHour().doubleValue();
        return new DispatchProblem(
                Mode.SINGLE,
                List.of(Zone.of(price, hub)),
                all,
                gates.stream().map(this::flowgate).toList(),
                units);
    }

    private Flowgate flowgate(DeskGate gate) {
        double[] ptdf = new double[nodes.size() + 1];
        for (int n = 0; n < nodes.size(); n++) {
            ptdf[n] = gate.ptdf().getOrDefault(nodes.get(n), 0.0);
        }
        double limit = gate.limit().megawatts().doubleValue();
        return new Flowgate(Doubles.of(ptdf), 0, limit, limit);
    }

    /** Which gates the schedules would overload, for the generator who asks why. */
    private String reason(Map<String, List<InsuredTranche>> scheduled, Dispatch dispatch) {
        return IntStream.range(0, gates.size())
                .filter(g -> flow(gates.get(g), scheduled)
                        > gates.get(g).limit().megawatts().doubleValue())
                .mapToObj(g -> String.format(
                        Locale.ROOT,
                        "flowgate %s would carry %.2f MW, its limit is %s; relief is worth %.2f/MWh",
                        gates.get(g).name(),
                        flow(gates.get(g), scheduled),
                        gates.get(g).limit(),
                        dispatch.flowgatePrices().get(g)))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), text -> text.isEmpty() ? "units out of the money" : text));
    }

    private double flow(DeskGate gate, Map<String, List<InsuredTranche>> scheduled) {
        return nodes.stream()
                .mapToDouble(node -> gate.ptdf().getOrDefault(node, 0.0)
                        * total(scheduled, node).megawatts().doubleValue())
                .sum();
    }

    private static ActivePower total(Map<String, List<InsuredTranche>> scheduled, String node) {
        return scheduled.getOrDefault(node, List.of()).stream()
                .map(InsuredTranche::quantity)
                .reduce(ActivePower.ZERO, ActivePower::plus);
    }
}
