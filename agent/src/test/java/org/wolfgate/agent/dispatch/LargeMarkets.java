package org.wolfgate.agent.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** Random markets on meshed networks, with limits at a part of what would flow without any. */
final class LargeMarkets {

    private LargeMarkets() {}

    static DispatchProblem next(long seed, Mode mode, int nodes, int units, int gates) {
        Random random = new Random(seed);
        int zones = mode == Mode.SINGLE ? 1 : 4;
        List<Node> places = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            places.add(new Node("n" + i, i * zones / nodes));
            if (i > 0) {
                lines.add(new Line(Math.max(0, i - 1 - random.nextInt(5)), i, 0.5 + random.nextDouble()));
            }
        }
        for (int k = 0; k < nodes / 2 + gates; k++) {
            int from = random.nextInt(nodes - 1);
            lines.add(new Line(from, from + 1 + random.nextInt(nodes - 1 - from), 0.5 + random.nextDouble()));
        }
        List<Zone> prices = new ArrayList<>();
        for (int m = 0; m < zones; m++) {
            prices.add(Zone.of(Math.round(3000 + random.nextDouble() * 2000) / 100.0, random.nextInt(nodes)));
        }
        List<TransactionUnit> offers = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            double strike = Math.round(1500 + random.nextDouble() * 4500) / 100.0;
            offers.add(new TransactionUnit(
                    "u" + u,
                    random.nextInt(nodes),
                    Math.round(10 + random.nextDouble() * 490) / 10.0,
                    random.nextInt(20) == 0 ? OptionalDouble.empty() : OptionalDouble.of(strike),
                    random.nextInt(zones)));
        }
        DcNetwork network = new DcNetwork(nodes, lines);
        List<Flowgate> flowgates = new ArrayList<>();
        for (int l = 0; l < gates; l++) {
            Doubles ptdf = network.ptdf(random.nextInt(lines.size()));
            flowgates.add(new Flowgate(ptdf, 0, limit(ptdf, offers, prices), limit(ptdf, offers, prices)));
        }
        return new DispatchProblem(mode, prices, places, flowgates, offers);
    }

    private static double limit(Doubles ptdf, List<TransactionUnit> units, List<Zone> zones) {
        double flow = 0;
        for (TransactionUnit unit : units) {
            int hub = zones.get(unit.destination()).hub().members().get(0).node();
            flow += (ptdf.get(unit.node()) - ptdf.get(hub)) * unit.megawatts();
        }
        return 10 + Math.abs(flow) * 0.4;
    }
}
