package org.wolfgate.agent.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Section;

/** Reads a price formula: {@code form} and its parameters, limits and the resolution of frequency. */
public final class CurveSection {

    private static final Price NO_PRICE = Price.ZERO;
    private static final Frequency NO_FREQUENCY = new Frequency(1);

    /** The forms of a curve, as files name them. */
    private enum Form {
        SHIFTED_EXP,
        LINEAR,
        SINH,
        TABLE
    }

    private CurveSection() {}

    /**
     * A formula that stands on its own, with {@code scheduled_frequency}, {@code frequency_step} and
     * {@code frequency_rounding} in the same section.
     *
     * @param name of the parameter set, printed with every price
     * @return empty if it cannot be read, which is then reported
     */
    public static Optional<SystemPrice> read(Section section, String name) {
        Frequency scheduled = section.require("scheduled_frequency", Frequency::parse, NO_FREQUENCY);
        return quantum(section).flatMap(quantum -> read(section, name, scheduled, quantum));
    }

    /** A formula whose frequency is declared elsewhere in the file. */
    static Optional<SystemPrice> read(Section section, String name, Frequency scheduled, FrequencyQuantum quantum) {
        Optional<Form> form = form(section);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        Optional<PriceLimits> limits = limits(section);
        Optional<Curve> curve = guarded(section, () -> curve(section, form.get(), scheduled));
        return limits.flatMap(l -> curve.map(c -> new SystemPrice(name, c, quantum, l)));
    }

    /** Without a form nobody knows which keys belong to it, so that none of them is reported. */
    private static Optional<Form> form(Section section) {
        Optional<Form> form = section.has("form")
                ? section.optional("form", Words.of(Form.class))
                : Optional.of(section.require("form", Words.of(Form.class), Form.TABLE));
        if (form.isEmpty()) {
            var unused = section.names();
        }
        return form;
    }

    static Optional<FrequencyQuantum> quantum(Section section) {
        Frequency step = section.optional("frequency_step", Frequency::parse).orElse(new Frequency(1));
        Rounding rounding =
                section.optional("frequency_rounding", Words.of(Rounding.class)).orElse(Rounding.NEAREST);
        return guarded(section, () -> new FrequencyQuantum(step, rounding));
    }

    static Optional<PriceLimits> limits(Section section) {
        Optional<Price> cap = section.optional("cap", Price::parse);
        Optional<Price> floor = section.optional("floor", Price::parse);
        Price step = section.optional("price_step", Price::parse).orElse(new Price(1));
        return guarded(section, () -> new PriceLimits(cap, floor, step));
    }

    /** Builds a value whose own rules may refuse it; the refusal becomes a problem of the section. */
    static <T> Optional<T> guarded(Section section, Supplier<T> build) {
        try {
            return Optional.of(build.get());
        } catch (IllegalArgumentException | ArithmeticException e) {
            section.problem(String.valueOf(e.getMessage()), "correct the values");
            return Optional.empty();
        }
    }

    private static Curve curve(Section section, Form form, Frequency scheduled) {
        if (form == Form.TABLE) {
            return new Table(scheduled, vertices(section));
        }
        Price reference = section.require("reference", Price::parse, NO_PRICE);
        if (form == Form.LINEAR) {
            BigDecimal perHertz = section.require("per_hertz", BigDecimal::new, BigDecimal.ONE);
            return Linear.of(scheduled, reference, perHertz, section.optional("per_megawatt", BigDecimal::new));
        }
        Doublings doublings = new Doublings(
                scheduled,
                section.require("doubling", Frequency::parse, NO_FREQUENCY),
                section.optional("doubling_ace", ActivePower::parse));
        return form == Form.SINH
                ? new HyperbolicSine(doublings, reference, section.require("scale", Price::parse, new Price(1)))
                : new ShiftedExponential(doublings, reference, section.require("least", Price::parse, NO_PRICE));
    }

    private static List<Vertex> vertices(Section section) {
        List<Vertex> vertices = new ArrayList<>();
        for (Section vertex : section.sections("vertices")) {
            try (vertex) {
                vertices.add(new Vertex(
                        vertex.require("at", Frequency::parse, NO_FREQUENCY),
                        vertex.require("rate", Price::parse, NO_PRICE)));
            }
        }
        return vertices;
    }
}
