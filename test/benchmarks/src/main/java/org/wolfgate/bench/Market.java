package org.wolfgate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.wolfgate.agent.dispatch.DcNetwork;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.Doubles;
import org.wolfgate.agent.dispatch.Flowgate;
import org.wolfgate.agent.dispatch.Hub;
import org.wolfgate.agent.dispatch.Line;
import org.wolfgate.agent.dispatch.Mode;
import org.wolfgate.agent.dispatch.Node;
import org.wolfgate.agent.dispatch.TransactionUnit;
import org.wolfgate.agent.dispatch.Zone;

/** A random market on a meshed network whose flowgates allow a part of what would flow without them. */
final class Market {

    private static final int ZONES = 4;

    /** Limits are this part, and up to the spread more, of the flow that all in the money would make. */
    private static final double TIGHTNESS = 0.75;

    private static final double SPREAD = 0.6;

    private final Random random;
    private final Size size;
    private final Mode mode;

    private Market(long seed, Size size, Mode mode) {
        this.random = new Random(seed);
        this.size = size;
        this.mode = mode;
    }

    static DispatchProblem of(long seed, Size size, Mode mode) {
        return new Market(seed, size, mode).problem();
    }

    private DispatchProblem problem() {
        int zones = mode == Mode.SINGLE ? 1 : ZONES;
        List<Node> nodes = IntStream.range(0, size.nodes())
                .mapToObj(i -> new Node("n" + i, i * zones / size.nodes()))
                .toList();
        List<Zone> prices = new ArrayList<>();
        for (int m = 0; m < zones; m++) {
            prices.add(Zone.of(tick(38, 46), (2 * m + 1) * size.nodes() / (2 * zones)));
        }
        List<TransactionUnit> units =
                IntStream.range(0, size.units()).mapToObj(u -> unit(u, zones)).toList();
        return new DispatchProblem(mode, prices, nodes, flowgates(prices, units), units);
    }

    private TransactionUnit unit(int u, int zones) {
        OptionalDouble strike = random.nextInt(20) == 0 ? OptionalDouble.empty() : OptionalDouble.of(tick(15, 50));
        return new TransactionUnit(
                "u" + u,
                random.nextInt(size.nodes()),
                Math.round(1 + random.nextDouble() * 499) / 10.0,
                strike,
                random.nextInt(zones));
    }

    private List<Flowgate> flowgates(List<Zone> zones, List<TransactionUnit> units) {
        List<Line> lines = lines();
        DcNetwork network = new DcNetwork(size.nodes(), lines);
        List<Flowgate> gates = new ArrayList<>();
        for (int l = 0; l < size.flowgates(); l++) {
            Doubles ptdf = network.ptdf(random.nextInt(lines.size()));
            double limit = 5 + (TIGHTNESS + SPREAD * random.nextDouble()) * Math.abs(uncurtailed(ptdf, zones, units));
            gates.add(new Flowgate(ptdf, 0, limit, limit));
        }
        return gates;
    }

    /** A grid with random diagonals: every node has neighbours near it. */
    private List<Line> lines() {
        int width = (int) Math.ceil(Math.sqrt(size.nodes()));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < size.nodes(); i++) {
            int[] neighbours = {
                (i + 1) % width == 0 ? -1 : i + 1, i + width, random.nextInt(3) == 0 ? i + width + 1 : -1
            };
            for (int to : neighbours) {
                if (to >= 0 && to < size.nodes()) {
                    lines.add(new Line(i, to, 0.5 + random.nextDouble()));
                }
            }
        }
        return lines;
    }

    private double uncurtailed(Doubles ptdf, List<Zone> zones, List<TransactionUnit> units) {
        double flow = 0;
        for (TransactionUnit unit : units) {
            Hub hub = zones.get(unit.destination()).hub();
            double loading =
                    ptdf.get(unit.node()) - ptdf.get(hub.members().get(0).node());
            flow += loading * (unit.strike().orElse(0) <= zones.get(0).spot() ? unit.megawatts() : 0);
        }
        return flow;
    }

    private double tick(double least, double most) {
        return Math.round((least + random.nextDouble() * (most - least)) * 100) / 100.0;
    }
}
