package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * The inputs of one case.
 *
 * @param fields the case's own
 * @param shared the file's root, for what its cases share
 */
record Inputs(JsonNode fields, JsonNode shared) {

    /** The value as written; fails on a name that is not there. */
    String text(String name) {
        return fields.required(name).asText();
    }

    boolean has(String name) {
        return fields.hasNonNull(name);
    }

    BigDecimal decimal(String name) {
        return new BigDecimal(text(name));
    }

    long whole(String name) {
        return decimal(name).longValueExact();
    }

    boolean truth(String name) {
        return fields.required(name).asBoolean();
    }

    Frequency frequency(String name) {
        return new Frequency(Math.toIntExact(whole(name)));
    }

    Price price(String name) {
        return Price.parse(text(name));
    }

    Energy energy(String name) {
        return new Energy(whole(name));
    }

    /** A power in MW, as decimal text; empty if absent or null. */
    Optional<ActivePower> megawatts(String name) {
        return has(name)
                ? Optional.of(new ActivePower(decimal(name).movePointRight(6).longValueExact()))
                : Optional.empty();
    }

    /** A list of plain values, as written. */
    Stream<String> texts(String name) {
        return StreamSupport.stream(fields.required(name).spliterator(), false).map(JsonNode::asText);
    }

    /** A list of objects, each with the names of its own. */
    List<Inputs> each(String name) {
        return StreamSupport.stream(fields.required(name).spliterator(), false)
                .map(node -> new Inputs(node, shared))
                .toList();
    }

    /** The parameter set that the case names, with the fields that it overrides. */
    Inputs parameters() {
        ObjectNode set = shared.required("configs").required(text("config")).deepCopy();
        if (has("override")) {
            set.setAll((ObjectNode) fields.required("override"));
        }
        return new Inputs(set, shared);
    }
}
