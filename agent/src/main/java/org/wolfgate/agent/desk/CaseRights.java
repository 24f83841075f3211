package org.wolfgate.agent.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.Doubles;
import org.wolfgate.agent.dispatch.Flowgate;
import org.wolfgate.agent.dispatch.Hub;
import org.wolfgate.agent.dispatch.Mode;
import org.wolfgate.agent.dispatch.TransactionUnit;

/**
 * The flowgate rights of a case, {@code rights}: who holds how many MW on which gate, and whether the operator wants what
 * has none curtailed first. What a unit is owed for standing back follows its own strike either way. {@link GateRights} is
 * the same choice for the orders of a substation.
 *
 * @param held MW by gate, then by node
 */
public record CaseRights(List<Doubles> held) {

    /** The least step of a price per MWh: what has its rights ranks at least this far below the spot price. */
    private static final double LEAST = 0.01;

    /**
     * A case whose units are split into what has its rights and what has none.
     *
     * @param origin the position in the case of each unit of the ranked problem
     * @param covered MW of each node that its rights carry
     */
    public record Ranked(DispatchProblem problem, List<Integer> origin, Doubles covered) {}

    /** Whether the case says that what has no rights is curtailed first. */
    public static boolean chosen(JsonNode root) {
        JsonNode first = root.path("rights").path("first");
        if (!first.isMissingNode() && !first.isBoolean()) {
            throw new IllegalArgumentException("rights.first is " + first + ": write true or false");
        }
        return first.asBoolean();
    }

    /**
     * The holdings of a case: {@code {"gate": [0], "node": [1], "mw": [30.0]}}; several of one node and gate add up.
     *
     * @throws IllegalArgumentException in one line that names the field and the index
     */
    public static CaseRights read(JsonNode root, DispatchProblem problem) {
        CaseFields fields = CaseFields.in(root, "rights");
        double[] megawatts = fields.numbers("mw");
        int[] gate = fields.indices("gate", megawatts.length, "right");
        int[] node = fields.indices("node", megawatts.length, "right");
        double[][] held = new double[problem.flowgates().size()][problem.nodes().size()];
        for (int i = 0; i < megawatts.length; i++) {
            inRange("rights.gate", i, gate[i], held.length);
            inRange("rights.node", i, node[i], problem.nodes().size());
            if (!Double.isFinite(megawatts[i]) || megawatts[i] < 0) {
                throw new IllegalArgumentException(
                        "rights.mw[" + i + "] is " + megawatts[i] + ": give a finite number, zero or more");
            }
            held[gate[i]][node[i]] += megawatts[i];
        }
        return new CaseRights(IntStream.range(0, held.length)
                .mapToObj(l -> Doubles.of(held[l]))
                .toList());
    }

    private static void inRange(String field, int index, int value, int size) {
        if (value < 0 || value >= size) {
            throw new IllegalArgumentException(
                    field + "[" + index + "] is " + value + ", unknown: there are " + size + ", counted from 0");
        }
    }

    /**
     * The problem in which what has no rights costs nothing to cut and so goes first. Rights cover a node's units from the
     * lowest strike up, so the order among the node's own units stays that of the strikes.
     *
     * @throws IllegalArgumentException unless the case has one price zone, whose hub is where everything is sold
     */
    public Ranked rank(DispatchProblem problem) {
        if (problem.mode() != Mode.SINGLE) {
            throw new IllegalArgumentException(
                    "rights.first: rights go first in mode single only, this case is in mode "
                            + problem.mode().name().toLowerCase(Locale.ROOT));
        }
        double spot = problem.zones().get(0).spot();
        double[] covered = IntStream.range(0, problem.nodes().size())
                .mapToDouble(node -> covered(problem, node))
                .toArray();
        double[] left = covered.clone();
        List<TransactionUnit> units = new ArrayList<>();
        List<Integer> origin = new ArrayList<>();
        for (int u : upwards(problem.units())) {
            TransactionUnit unit = problem.units().get(u);
            double with = Math.min(unit.megawatts(), left[unit.node()]);
            left[unit.node()] -= with;
            add(units, origin, u, part(unit, with, below(unit.strike(), spot)));
            add(units, origin, u, part(unit, unit.megawatts() - with, outOfTheMoney(unit.strike(), spot)));
        }
        DispatchProblem ranked =
                new DispatchProblem(problem.mode(), problem.zones(), problem.nodes(), problem.flowgates(), units);
        return new Ranked(ranked, List.copyOf(origin), Doubles.of(covered));
    }

    /** What the node's rights carry on the gate that is tightest for it; counter-flow needs none. */
    private double covered(DispatchProblem problem, int node) {
        Hub hub = problem.zones().get(0).hub();
        double least = Double.POSITIVE_INFINITY;
        for (int l = 0; l < held.size(); l++) {
            Flowgate gate = problem.flowgates().get(l);
            double sink = hub.members().stream()
                    .mapToDouble(member -> member.weight() * gate.ptdf().get(member.node()))
                    .sum();
            double factor = gate.ptdf().get(node) - sink;
            least = factor > 1e-9 ? Math.min(least, held.get(l).get(node) / factor) : least;
        }
        return least;
    }

    private static List<Integer> upwards(List<TransactionUnit> units) {
        return IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparingDouble(u -> units.get(u).strike().orElse(Double.POSITIVE_INFINITY)))
                .toList();
    }

    private static OptionalDouble below(OptionalDouble strike, double spot) {
        boolean standsDown = strike.isPresent() && strike.getAsDouble() > spot;
        return standsDown ? strike : OptionalDouble.of(Math.min(strike.orElse(spot - LEAST), spot - LEAST));
    }

    private static OptionalDouble outOfTheMoney(OptionalDouble strike, double spot) {
        return strike.isPresent() && strike.getAsDouble() > spot ? strike : OptionalDouble.empty();
    }

    private static TransactionUnit part(TransactionUnit unit, double megawatts, OptionalDouble strike) {
        return new TransactionUnit(unit.id(), unit.node(), megawatts, strike, unit.destination());
    }

    private static void add(List<TransactionUnit> units, List<Integer> origin, int position, TransactionUnit part) {
        if (part.megawatts() > 0) {
            units.add(part);
            origin.add(position);
        }
    }
}
