package org.wolfgate.agent.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** Random small markets on random networks, with all that makes dispatch awkward: ties, duplicates, nothing to do. */
final class RandomProblems {

    private static final double[] LEVELS = {20, 25.5, 30, 36.8, 41.3};

    private final Random random;

    RandomProblems(long seed) {
        this.random = new Random(seed);
    }

    DispatchProblem next(Mode mode, double tightness) {
        int nodes = 2 + random.nextInt(6);
        int zones = mode == Mode.SINGLE ? 1 : 1 + random.nextInt(3);
        List<Node> places = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            places.add(new Node("n" + i, random.nextInt(zones)));
        }
        List<Zone> prices = new ArrayList<>();
        for (int m = 0; m < zones; m++) {
            double spot =
                    random.nextInt(4) == 0 ? LEVELS[random.nextInt(5)] : tick(random.nextInt(12) == 0 ? -10 : 25, 30);
            Zone zone = Zone.of(spot, random.nextInt(nodes));
            prices.add(random.nextInt(5) == 0 ? weighted(zone, nodes) : zone);
        }
        return new DispatchProblem(mode, prices, places, flowgates(nodes, tightness), units(nodes, zones));
    }

    private Zone weighted(Zone zone, int nodes) {
        double weight = random.nextInt(10) / 10.0;
        Hub hub = new Hub(List.of(
                new Hub.Member(random.nextInt(nodes), weight), new Hub.Member(random.nextInt(nodes), 1 - weight)));
        return new Zone(zone.spot(), hub, 0, random.nextInt(3) == 0 ? 40 : Double.POSITIVE_INFINITY);
    }

    private List<Flowgate> flowgates(int nodes, double tightness) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < nodes; i++) {
            lines.add(new Line(random.nextInt(i), i, 0.1 + random.nextInt(5)));
        }
        for (int extra = random.nextInt(nodes); extra > 0; extra--) {
            int from = random.nextInt(nodes);
            lines.add(new Line(from, (from + 1 + random.nextInt(nodes - 1)) % nodes, 0.1 + random.nextInt(5)));
        }
        DcNetwork network = new DcNetwork(nodes, lines);
        List<Flowgate> gates = new ArrayList<>();
        for (int l = random.nextInt(lines.size() + 1); l > 0; l--) {
            double limit = Math.round(random.nextDouble() * 60 / tightness);
            double base = random.nextInt(3) == 0 ? Math.round((random.nextDouble() - 0.5) * 40 * tightness) : 0;
            double reverse = random.nextInt(4) == 0 ? limit / 2 : limit;
            gates.add(new Flowgate(network.ptdf(random.nextInt(lines.size())), base, limit, reverse));
        }
        if (!gates.isEmpty() && random.nextInt(5) == 0) {
            gates.add(gates.get(0));
        }
        return gates;
    }

    private List<TransactionUnit> units(int nodes, int zones) {
        boolean levels = random.nextBoolean();
        List<TransactionUnit> units = new ArrayList<>();
        for (int u = random.nextInt(25); u > 0; u--) {
            double strike = levels ? LEVELS[random.nextInt(5)] : tick(15, 45);
            OptionalDouble insured = random.nextInt(8) == 0 ? OptionalDouble.empty() : OptionalDouble.of(strike);
            double megawatts = random.nextInt(15) == 0 ? 0 : Math.round(random.nextDouble() * 500) / 10.0;
            units.add(new TransactionUnit("u" + u, random.nextInt(nodes), megawatts, insured, random.nextInt(zones)));
        }
        return units;
    }

    private double tick(double least, double range) {
        return Math.round((least + random.nextDouble() * range) * 100) / 100.0;
    }
}
