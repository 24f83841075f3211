package org.wolfgate.vectors;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Curve;
import org.wolfgate.agent.pricing.Doublings;
import org.wolfgate.agent.pricing.FrequencyQuantum;
import org.wolfgate.agent.pricing.FrequencyQuantum.Rounding;
import org.wolfgate.agent.pricing.HyperbolicSine;
import org.wolfgate.agent.pricing.Linear;
import org.wolfgate.agent.pricing.PriceLimits;
import org.wolfgate.agent.pricing.ShiftedExponential;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.pricing.Table;
import org.wolfgate.agent.pricing.Table.Vertex;
import org.wolfgate.drivers.Frequency;

/** Reads a parameter set of a case file into the product's price formula. */
final class Parameters {

    private Parameters() {}

    /** The formula of the case's {@code config}, with its {@code override}. */
    static SystemPrice of(Inputs inputs) {
        Inputs set = inputs.parameters();
        FrequencyQuantum quantum =
                new FrequencyQuantum(set.frequency("f_quantum_mhz"), Rounding.valueOf(set.text("f_quantise")));
        PriceLimits limits = new PriceLimits(price(set, "cap"), price(set, "floor"), set.price("price_quantum"));
        return new SystemPrice(inputs.text("config"), curve(set), quantum, limits);
    }

    private static Curve curve(Inputs set) {
        Frequency scheduled = set.frequency("f_sched_mhz");
        return switch (set.text("form")) {
            case "SHIFTED_EXP" -> new ShiftedExponential(doublings(set), set.price("p_ref"), set.price("p_min"));
            case "SINH" -> new HyperbolicSine(doublings(set), set.price("p_ref"), set.price("scale"));
            case "LINEAR" ->
                Linear.of(
                        scheduled,
                        set.price("p_ref"),
                        set.decimal("per_hz"),
                        set.has("per_mw") ? Optional.of(set.decimal("per_mw")) : Optional.empty());
            case "TABLE" -> new Table(scheduled, vertices(set));
            default -> throw new IllegalArgumentException("no form " + set.text("form"));
        };
    }

    private static Doublings doublings(Inputs set) {
        return new Doublings(
                set.frequency("f_sched_mhz"), set.frequency("doubling_mhz"), set.megawatts("doubling_ace_mw"));
    }

    private static List<Vertex> vertices(Inputs set) {
        return StreamSupport.stream(set.fields().required("vertices").spliterator(), false)
                .map(v -> new Vertex(
                        new Frequency(v.get(0).asInt()), Price.parse(v.get(1).asText())))
                .toList();
    }

    private static Optional<Price> price(Inputs set, String name) {
        return set.has(name) ? Optional.of(set.price(name)) : Optional.empty();
    }
}
