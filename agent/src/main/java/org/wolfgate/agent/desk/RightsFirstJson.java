package org.wolfgate.agent.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.IntStream;
import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.NodeOrder;
import org.wolfgate.agent.dispatch.TransactionUnit;

/**
 * A dispatch that cut first what has no flowgate rights, as a JSON object of the case's own units. Its orders carry a cap
 * and a reason but no marginal strike: that would be one of the changed ranking.
 */
public final class RightsFirstJson {

    private RightsFirstJson() {}

    /**
     * The object.
     *
     * @param asked the case as it was given, before units were split
     */
    public static ObjectNode of(
            DispatchProblem asked, CaseRights.Ranked ranked, Dispatch dispatch, double solveMilliseconds) {
        ObjectNode json = DispatchJson.of(dispatch, solveMilliseconds);
        double[] grants = new double[asked.units().size()];
        for (int part = 0; part < ranked.origin().size(); part++) {
            grants[ranked.origin().get(part)] += dispatch.grants().get(part);
        }
        ArrayNode row = json.putArray("grants");
        IntStream.range(0, grants.length).forEach(u -> row.add(grants[u]));
        json.put("compensation", owed(asked, grants)).put("rights_first", true);
        ArrayNode orders = json.putArray("orders");
        dispatch.orders().forEach(order -> order(orders.addObject(), asked, ranked, order));
        return json;
    }

    /** What units are owed for standing back, each by its own strike, in currency/h. */
    private static double owed(DispatchProblem asked, double[] grants) {
        double spot = asked.zones().get(0).spot();
        return IntStream.range(0, grants.length)
                .mapToDouble(u -> {
                    TransactionUnit unit = asked.units().get(u);
                    return Math.max(0, spot - unit.strike().orElse(spot)) * (unit.megawatts() - grants[u]);
                })
                .sum();
    }

    private static void order(ObjectNode json, DispatchProblem asked, CaseRights.Ranked ranked, NodeOrder order) {
        double scheduled = asked.units().stream()
                .filter(unit -> unit.node() == order.node())
                .mapToDouble(TransactionUnit::megawatts)
                .sum();
        double covered = Math.min(scheduled, ranked.covered().get(order.node()));
        json.put("node", order.node())
                .put("cap_mw", order.cap() == 0 ? 0 : order.cap())
                .put(
                        "reason",
                        String.format(
                                Locale.ROOT,
                                "what has no flowgate rights is curtailed first: this node has rights for %.3f of the"
                                        + " %.3f MW that it schedules",
                                covered,
                                scheduled));
    }
}
