package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.Owed;
import org.wolfgate.agent.money.Money;

/** What generators are told: the cap, why, until when, and the money so far. To each only what is its own. */
public final class GeneratorMessages {

    /** A unit's id as a level of a topic; others get no topic of their own. */
    private static final Pattern TOPIC_LEVEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,60}");

    private GeneratorMessages() {}

    /** Whether a unit's id can be a level of a topic. */
    public static boolean hasTopic(String unit) {
        return TOPIC_LEVEL.matcher(unit).matches();
    }

    /** What concerns the operator of all plants behind a node. */
    public static byte[] node(GeneratorView view) {
        ObjectNode json = Json.object()
                .put("schema", "wolfgate/generator/1")
                .put("node", view.node())
                .put("at", view.at().toString());
        view.cap().limit().ifPresent(limit -> json.put("cap_w", limit.watts()));
        why(json, view);
        money(json, view.estimated(), view.owedInAll());
        return Json.bytes(json.put("deviation", view.deviation().amount())
                .put("tariff", view.tariff())
                .put("mark", view.mark().toString()));
    }

    /** What concerns the owner of one transaction unit. */
    public static byte[] unit(GeneratorView view, GeneratorView.Unit unit) {
        ObjectNode json = Json.object()
                .put("schema", "wolfgate/unit/1")
                .put("node", view.node())
                .put("unit", unit.unit())
                .put("at", view.at().toString());
        unit.strike().ifPresent(strike -> json.put("strike", strike.perMegawattHour()));
        unit.scheduled().ifPresent(power -> json.put("scheduled_w", power.watts()));
        unit.granted().ifPresent(power -> json.put("cap_w", power.watts()));
        json.put("curtailed", view.cap().limit().isPresent());
        why(json, view);
        money(json, view.estimated(unit.unit()), view.owed().getOrDefault(unit.unit(), Owed.NOTHING));
        return Json.bytes(json);
    }

    private static void why(ObjectNode json, GeneratorView view) {
        view.cap().order().ifPresent(order -> json.put("order", order));
        view.order()
                .filter(entry ->
                        view.cap().order().filter(entry.order().id()::equals).isPresent())
                .ifPresent(entry -> json.put("state", entry.state().name())
                        .put("until", entry.order().end().toString()));
        view.cap().failSafe().ifPresent(lost -> json.put("fail_safe", lost.name()));
        view.cap().rung().ifPresent(rung -> json.put("rung", rung.name()));
        json.put("why", view.cap().why());
    }

    private static void money(ObjectNode json, Money estimated, Owed owed) {
        json.put("estimated_compensation", estimated.amount())
                .put("pending_compensation", owed.pending().amount())
                .put("final_compensation", owed.settled().amount());
    }
}
