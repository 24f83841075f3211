package org.wolfgate.agent.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/**
 * Reads a case of the format {@code wolfgate-dispatch-case/1}. A case gives its network as {@code ptdf} rows, or as
 * {@code lines} with {@code flowgates.line} naming the monitored ones.
 */
public final class DispatchCaseReader {

    /** The format's name in the {@code format} field of a case. */
    public static final String FORMAT = "wolfgate-dispatch-case/1";

    private DispatchCaseReader() {}

    /**
     * Reads one case.
     *
     * @throws IllegalArgumentException in one line that names the field and the index
     */
    public static DispatchProblem read(JsonNode root) {
        if (!root.isObject()) {
            throw new IllegalArgumentException("a case is one JSON object: "
                    + (root.isMissingNode()
                            ? "there is nothing here"
                            : "this is " + root.getNodeType().name().toLowerCase(Locale.ROOT)));
        }
        JsonNode format = root.path("format");
        if (!format.isMissingNode() && !format.asText().equals(FORMAT)) {
            throw new IllegalArgumentException("format is " + format + ": this reads \"" + FORMAT + "\"");
        }
        List<Node> nodes = nodes(CaseFields.in(root, "nodes"));
        return new DispatchProblem(
                mode(root.path("mode")),
                zones(CaseFields.in(root, "zones")),
                nodes,
                flowgates(root, nodes.size()),
                units(CaseFields.in(root, "units")));
    }

    private static Mode mode(JsonNode value) {
        return Stream.of(Mode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "mode is " + (value.isMissingNode() ? "missing" : value) + ": write single, hub or firm"));
    }

    private static List<Zone> zones(CaseFields fields) {
        double[] spot = fields.numbers("spot");
        CaseFields.Entry[] hub = fields.entries("hub", spot.length, "zone");
        double[] least = fields.has("w_min")
                ? fields.numbers("w_min", spot.length, "zone", Double.NEGATIVE_INFINITY)
                : new double[spot.length];
        double[] most = fields.numbers("w_max", spot.length, "zone", Double.POSITIVE_INFINITY);
        return IntStream.range(0, spot.length)
                .mapToObj(m -> new Zone(spot[m], hub(hub[m]), least[m], most[m]))
                .toList();
    }

    /** One node, or {@code {"node": [...], "weight": [...]}}. */
    private static Hub hub(CaseFields.Entry entry) {
        if (!entry.value().isObject()) {
            return Hub.at(entry.index());
        }
        CaseFields.Entry[] node =
                CaseFields.entries(entry.field() + ".node", entry.value().path("node"));
        CaseFields.Entry[] weight =
                CaseFields.entries(entry.field() + ".weight", entry.value().path("weight"));
        if (node.length != weight.length) {
            throw new IllegalArgumentException(entry.field() + ".weight has " + weight.length + " entries, needs "
                    + node.length + " (one per node)");
        }
        return new Hub(IntStream.range(0, node.length)
                .mapToObj(i -> new Hub.Member(node[i].index(), weight[i].number()))
                .toList());
    }

    private static List<Node> nodes(CaseFields fields) {
        int[] zone = fields.indices("zone");
        String[] id = fields.names("id", zone.length, "node").orElseGet(() -> counted(zone.length));
        return IntStream.range(0, zone.length)
                .mapToObj(i -> new Node(id[i], zone[i]))
                .toList();
    }

    private static List<Flowgate> flowgates(JsonNode root, int nodes) {
        CaseFields fields = CaseFields.in(root, "flowgates");
        double[] forward = fields.numbers(
                "limit_fwd",
                CaseFields.entries("flowgates.limit_fwd", root.path("flowgates").path("limit_fwd")).length,
                "flowgate",
                Double.POSITIVE_INFINITY);
        double[] reverse = fields.numbers("limit_rev", forward.length, "flowgate", Double.POSITIVE_INFINITY);
        double[] base = fields.numbers("base", forward.length, "flowgate", 0);
        List<Doubles> ptdf = root.has("ptdf")
                ? rows(root.path("ptdf"), forward.length)
                : computed(root, fields, forward.length, nodes);
        return IntStream.range(0, forward.length)
                .mapToObj(l -> new Flowgate(ptdf.get(l), base[l], forward[l], reverse[l]))
                .toList();
    }

    private static List<Doubles> rows(JsonNode matrix, int gates) {
        CaseFields.Entry[] entries = CaseFields.entries("ptdf", matrix);
        if (entries.length != gates) {
            throw new IllegalArgumentException(
                    "ptdf has " + entries.length + " entries, needs " + gates + " (one row per flowgate)");
        }
        List<Doubles> rows = new ArrayList<>(gates);
        for (CaseFields.Entry entry : entries) {
            CaseFields.Entry[] row = CaseFields.entries(entry.field(), entry.value());
            rows.add(Doubles.of(
                    Stream.of(row).mapToDouble(CaseFields.Entry::number).toArray()));
        }
        return rows;
    }

    private static List<Doubles> computed(JsonNode root, CaseFields flowgates, int gates, int nodes) {
        if (!root.has("lines")) {
            throw new IllegalArgumentException("ptdf is missing: give its rows, or lines with their reactances");
        }
        CaseFields fields = CaseFields.in(root, "lines");
        int[] from = fields.indices("from");
        int[] to = fields.indices("to", from.length, "line");
        CaseFields.Entry[] reactance = fields.entries("reactance", from.length, "line");
        DcNetwork network = new DcNetwork(
                nodes,
                IntStream.range(0, from.length)
                        .mapToObj(k -> new Line(from[k], to[k], reactance[k].number()))
                        .toList());
        int[] monitored = flowgates.indices("line", gates, "flowgate");
        for (int l = 0; l < gates; l++) {
            if (monitored[l] < 0 || monitored[l] >= from.length) {
                throw new IllegalArgumentException("flowgates.line[" + l + "] is line " + monitored[l]
                        + ", unknown: there are " + from.length + ", counted from 0");
            }
        }
        return IntStream.of(monitored).mapToObj(network::ptdf).toList();
    }

    private static List<TransactionUnit> units(CaseFields fields) {
        int[] node = fields.indices("node");
        CaseFields.Entry[] megawatts = fields.entries("mw", node.length, "unit");
        OptionalDouble[] strike = fields.optionalNumbers("strike", node.length, "unit");
        int[] destination = fields.has("dest") ? fields.indices("dest", node.length, "unit") : new int[node.length];
        String[] id = fields.names("id", node.length, "unit").orElseGet(() -> counted(node.length));
        return IntStream.range(0, node.length)
                .mapToObj(u -> new TransactionUnit(id[u], node[u], megawatts[u].number(), strike[u], destination[u]))
                .toList();
    }

    private static String[] counted(int size) {
        return IntStream.range(0, size).mapToObj(Integer::toString).toArray(String[]::new);
    }
}
