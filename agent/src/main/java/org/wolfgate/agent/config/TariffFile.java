package org.wolfgate.agent.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.pricing.FrequencyQuantum;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.tariff.Operand;
import org.wolfgate.agent.pricing.tariff.Party;
import org.wolfgate.agent.pricing.tariff.RateUnit;
import org.wolfgate.agent.pricing.tariff.ReactiveRule;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** Reads a tariff from its file; the format is in docs/reference/tariffs.md. */
public final class TariffFile {

    private static final Frequency NO_FREQUENCY = new Frequency(1);
    private static final RateUnit NO_UNIT = new RateUnit("", BigDecimal.ONE);

    private TariffFile() {}

    /** Every problem of a tariff file, in its order; empty if the agent would load it. */
    public static List<Problem> check(String path, String text) {
        Problems problems = new Problems();
        read(path, text, problems);
        return problems.list();
    }

    /**
     * Reads a tariff.
     *
     * @param path the name that problems carry
     * @return empty if there is any problem
     */
    public static Optional<Tariff> read(String path, String text, Problems problems) {
        Problems own = new Problems();
        Optional<Tariff> tariff = Yaml.read(path, text, own).flatMap(TariffFile::tariff);
        own.list().forEach(problems::add);
        return own.isEmpty() ? tariff : Optional.empty();
    }

    private static Optional<Tariff> tariff(Section root) {
        try (root) {
            RateNames names = new RateNames();
            Marks marks = new Marks();
            String id = root.text("tariff");
            String title = root.text("title");
            String currency = root.text("currency");
            RateUnit unit = root.require("unit", RateUnit::parse, NO_UNIT);
            String inForce = root.text("in_force");
            List<Integer> blocks = blocks(root);
            Frequency scheduled = root.require("scheduled_frequency", Frequency::parse, NO_FREQUENCY);
            FrequencyQuantum quantum = CurveSection.quantum(root).orElse(FrequencyQuantum.FINEST);
            RateSections rates = new RateSections(names, marks);
            root.optionalSection("inputs").ifPresent(rates::inputs);
            root.optionalSection("rates").ifPresent(section -> rates.rates(section, scheduled, quantum));
            Optional<ReactiveRule> reactive = root.optionalSection("reactive").flatMap(s -> reactive(s, names, marks));
            Map<String, Party> parties = root.optionalSection("parties")
                    .map(new PartySections(new ChargeSection(names, marks))::read)
                    .orElse(Map.of());
            if (parties.isEmpty() && reactive.isEmpty()) {
                root.problem("the tariff charges nobody", "add 'parties' or 'reactive'");
            }
            return Optional.of(new Tariff(
                    id,
                    title,
                    marks.ofFile(root),
                    currency,
                    unit,
                    inForce,
                    blocks,
                    scheduled,
                    quantum,
                    rates.rates(),
                    parties,
                    reactive,
                    root.list("notes", text -> text)));
        }
    }

    private static List<Integer> blocks(Section root) {
        List<Integer> blocks = root.list("blocks", Words::blockSeconds);
        if (!root.has("blocks")) {
            root.problem("'blocks' is missing", "say which block lengths are settled, such as 'blocks: [15 min]'");
        }
        return blocks;
    }

    private static Optional<ReactiveRule> reactive(Section section, RateNames names, Marks marks) {
        try (section) {
            return CurveSection.guarded(
                    section,
                    () -> new ReactiveRule(
                            section.require("rate", names.operand(), Operand.HUNDRED),
                            section.require("low", PerUnit::parse, PerUnit.parse("0")),
                            section.require("high", PerUnit::parse, PerUnit.parse("2")),
                            marks.origin(section, "reactive charge")));
        }
    }
}
