package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.GateShare;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.agent.pricing.PerUnit;

/** A flowgate's part in a price, with all that it was computed from, and back. */
final class GateBody {

    private GateBody() {}

    static void write(ObjectNode json, GateTerm term) {
        Flowgate gate = term.share().gate();
        json.put("gate", gate.id())
                .put("scale", gate.scale().perMegawattHour())
                .put("doubling", gate.doubling().decimal())
                .put("factor", term.share().factor().decimal());
        term.loading().ifPresent(loading -> json.put("loading", loading.decimal()));
        term.price().ifPresent(price -> json.put("price", price));
    }

    /** The gates of a statement record; none in those of earlier agents. */
    static List<GateTerm> read(Fields statement) throws MessageException {
        List<GateTerm> terms = new ArrayList<>();
        for (Fields gate : statement.optionalObjects("gates")) {
            terms.add(term(gate));
        }
        return terms;
    }

    private static GateTerm term(Fields fields) throws MessageException {
        try {
            Price scale = fields.price("scale");
            Flowgate gate = new Flowgate(fields.text("gate"), scale, share(fields, "doubling"));
            Optional<PerUnit> loading = fields.optionalDecimal("loading").map(PerUnit::of);
            return new GateTerm(new GateShare(gate, share(fields, "factor")), loading);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MessageException("field 'gates' is no list of flowgates: " + e.getMessage());
        }
    }

    private static PerUnit share(Fields fields, String name) throws MessageException {
        return fields.optionalDecimal(name)
                .map(PerUnit::of)
                .orElseThrow(() -> new MessageException("field 'gates." + name + "' is missing"));
    }
}
