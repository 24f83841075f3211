package org.wolfgate.agent.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.Doubles;
import org.wolfgate.agent.dispatch.NodeOrder;

/** A dispatch as a JSON object: MW and currency unrounded, units in the order of the case. */
public final class DispatchJson {

    private DispatchJson() {}

    public static ObjectNode of(Dispatch dispatch, double solveMilliseconds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("objective", plain(dispatch.objective()));
        json.put("compensation", plain(dispatch.compensation()));
        json.put("rent", plain(dispatch.rent()));
        json.put("eligible_mw", plain(dispatch.eligible()));
        json.put("granted_mw", plain(dispatch.granted()));
        json.put("overload_mw", plain(dispatch.overload()));
        json.set("grants", row(dispatch.grants()));
        json.set("withdrawals", row(dispatch.withdrawals()));
        json.set("mu", row(dispatch.flowgatePrices()));
        ArrayNode orders = json.putArray("orders");
        dispatch.orders().forEach(order -> orders.add(order(order)));
        json.put("solve_ms", solveMilliseconds);
        return json;
    }

    private static ObjectNode order(NodeOrder order) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("node", order.node());
        order.destination().ifPresent(zone -> json.put("dest", zone));
        json.put("cap_mw", plain(order.cap()));
        order.strike().ifPresentOrElse(strike -> json.put("strike", plain(strike)), () -> json.putNull("strike"));
        json.put("share", plain(order.share()));
        return json;
    }

    private static ArrayNode row(Doubles values) {
        ArrayNode row = JsonNodeFactory.instance.arrayNode(values.size());
        for (int i = 0; i < values.size(); i++) {
            row.add(plain(values.get(i)));
        }
        return row;
    }

    /** Without the sign of a negative zero. */
    private static double plain(double value) {
        return value == 0 ? 0 : value;
    }
}
