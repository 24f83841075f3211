package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.wolfgate.agent.pricing.Curve;
import org.wolfgate.agent.pricing.Doublings;
import org.wolfgate.agent.pricing.HyperbolicSine;
import org.wolfgate.agent.pricing.Linear;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.pricing.ShiftedExponential;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.pricing.Table;

/** The parameters of a price formula, so that a line can be recomputed long after the configuration has changed. */
final class FormulaBody {

    private FormulaBody() {}

    static ObjectNode of(SystemPrice price) {
        ObjectNode json = Json.object();
        Curve curve = price.curve();
        json.put("scheduled_mhz", curve.scheduled().millihertz());
        curve(json, curve);
        json.put("step_mhz", price.quantum().step().millihertz())
                .put("rounding", price.quantum().rounding().name())
                .put("price_step", price.limits().step().perMegawattHour());
        if (price.basis() != PriceBasis.PRICE_OF_MEAN) {
            json.put("basis", price.basis().name());
        }
        price.limits().cap().ifPresent(cap -> json.put("cap", cap.perMegawattHour()));
        price.limits().floor().ifPresent(floor -> json.put("floor", floor.perMegawattHour()));
        return json;
    }

    private static void curve(ObjectNode json, Curve curve) {
        if (curve instanceof ShiftedExponential form) {
            json.put("form", "SHIFTED_EXP")
                    .put("reference", form.reference().perMegawattHour())
                    .put("least", form.least().perMegawattHour());
            doublings(json, form.doublings());
        } else if (curve instanceof HyperbolicSine form) {
            json.put("form", "SINH")
                    .put("reference", form.reference().perMegawattHour())
                    .put("scale", form.scale().perMegawattHour());
            doublings(json, form.doublings());
        } else if (curve instanceof Linear form) {
            json.put("form", "LINEAR")
                    .put("reference", form.reference().perMegawattHour())
                    .put("per_hertz", BigDecimal.valueOf(form.microsPerHertz(), 6));
            form.microsPerMegawatt().ifPresent(slope -> json.put("per_megawatt", BigDecimal.valueOf(slope, 6)));
        } else if (curve instanceof Table form) {
            ArrayNode vertices = json.put("form", "TABLE").putArray("vertices");
            form.vertices()
                    .forEach(vertex -> vertices.addObject()
                            .put("mhz", vertex.frequency().millihertz())
                            .put("price", vertex.price().perMegawattHour()));
        }
    }

    private static void doublings(ObjectNode json, Doublings doublings) {
        json.put("doubling_mhz", doublings.perFrequency().millihertz());
        doublings.perAce().ifPresent(ace -> json.put("doubling_ace_w", ace.watts()));
    }
}
