package org.wolfgate.agent.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.pricing.FrequencyQuantum;
import org.wolfgate.agent.pricing.tariff.Operand;
import org.wolfgate.agent.pricing.tariff.Origin;
import org.wolfgate.agent.pricing.tariff.Rate;
import org.wolfgate.agent.pricing.tariff.Rate.Choice;
import org.wolfgate.agent.pricing.tariff.Rate.Corner;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Section;

/** Reads the {@code inputs} and {@code rates} of a tariff file. */
final class RateSections {

    private final RateNames names;
    private final Marks marks;
    private final Map<String, Rate> rates = new LinkedHashMap<>();

    RateSections(RateNames names, Marks marks) {
        this.names = names;
        this.marks = marks;
    }

    Map<String, Rate> rates() {
        return rates;
    }

    void inputs(Section inputs) {
        try (inputs) {
            for (String name : inputs.names()) {
                inputs.optionalSection(name).ifPresent(input -> {
                    try (input) {
                        define(name, new Rate.Input(input.text("what"), input.optional("default", BigDecimal::new)));
                    }
                });
            }
        }
    }

    void rates(Section section, Frequency scheduled, FrequencyQuantum quantum) {
        try (section) {
            for (String name : section.names()) {
                if (names.has(name)) {
                    section.problemAt(name, "'" + name + "' is an input already", "give the rate another name");
                }
                section.optionalSection(name).ifPresent(rate -> {
                    try (rate) {
                        rate(rate, name, scheduled, quantum).ifPresent(r -> define(name, r));
                    }
                    names.add(name);
                });
            }
        }
    }

    private void define(String name, Rate rate) {
        rates.put(name, rate);
        names.add(name);
    }

    private Optional<Rate> rate(Section section, String name, Frequency scheduled, FrequencyQuantum quantum) {
        Origin origin = marks.origin(section, "rate " + name);
        for (Choice choice : Choice.values()) {
            String key = choice.name().toLowerCase(Locale.ROOT) + "_of";
            if (section.has(key)) {
                List<Operand> among = section.list(key, names.operand());
                return Optional.of(new Rate.Chosen(choice, among, origin));
            }
        }
        if (section.has("form")) {
            return CurveSection.read(section, name, scheduled, quantum).map(p -> new Rate.Formula(p, origin));
        }
        if (section.has("vertices")) {
            List<Corner> corners = corners(section);
            return CurveSection.limits(section).map(limits -> new Rate.Vector(corners, limits, origin));
        }
        section.problem(
                "rate '" + name + "' has no value", "give it one of greatest_of, least_of, mean_of, vertices or form");
        return Optional.empty();
    }

    private List<Corner> corners(Section section) {
        List<Corner> corners = new ArrayList<>();
        Frequency last = new Frequency(0);
        for (Section vertex : section.sections("vertices")) {
            try (vertex) {
                Frequency at = vertex.require("at", Frequency::parse, last);
                if (vertex.has("at") && at.compareTo(last) <= 0) {
                    vertex.problemAt(
                            "at",
                            "the vertex at " + at + " is not above the one before it, " + last,
                            "list the vertices in rising frequency, each once");
                }
                last = at;
                corners.add(new Corner(at, vertex.require("rate", names.operand(), Operand.HUNDRED)));
            }
        }
        return corners;
    }
}
