package org.wolfgate.agent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.pricing.tariff.Band;
import org.wolfgate.agent.pricing.tariff.Band.Outcome;
import org.wolfgate.agent.pricing.tariff.Charge;
import org.wolfgate.agent.pricing.tariff.Charge.Basis;
import org.wolfgate.agent.pricing.tariff.Charge.Choose;
import org.wolfgate.agent.pricing.tariff.Charge.Side;
import org.wolfgate.agent.pricing.tariff.Charge.Spread;
import org.wolfgate.agent.pricing.tariff.Operand;
import org.wolfgate.agent.pricing.tariff.Origin;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Section;

/** Reads one charge of a party and its bands. */
final class ChargeSection {

    private static final Operand NOTHING = Operand.parse("0");

    private final RateNames names;
    private final Marks marks;

    ChargeSection(RateNames names, Marks marks) {
        this.names = names;
        this.marks = marks;
    }

    Charge read(Section section) {
        String name = section.text("name");
        Origin origin = marks.origin(section, "charge " + name);
        return new Charge(
                name,
                section.require("on", Words.of(Side.class), Side.SURPLUS),
                section.optional("additional", Words::truth).orElse(false),
                section.optional("at_or_above", Frequency::parse),
                section.optional("below", Frequency::parse),
                section.optional("spread", Words.of(Spread.class)).orElse(Spread.LAYERED),
                section.optional("percent_of", Words.of(Basis.class)).orElse(Basis.SCHEDULE),
                section.optional("choose", Words.of(Choose.class)).orElse(Choose.LOWER),
                bands(section, origin),
                origin);
    }

    private List<Band> bands(Section section, Origin origin) {
        List<Section> written = section.sections("bands");
        if (written.isEmpty()) {
            section.problem("the charge has no bands", "add at least one, such as '- {pays: rate}'");
        }
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            try (Section one = written.get(i)) {
                Band band = band(one, i + 1, origin);
                boolean last = i == written.size() - 1;
                if (open(one) && !last) {
                    one.problem("a band without a limit stands before others", "only the last band is without one");
                } else if (!open(one) && last) {
                    one.problem("nothing is said beyond the last band", "end with a band without a limit");
                }
                if (i > 0) {
                    rising(one, bands.get(i - 1), band);
                }
                bands.add(band);
            }
        }
        return bands;
    }

    private Band band(Section section, int number, Origin around) {
        String name = section.optional("name", text -> text).orElse("band " + number);
        return new Band(
                name,
                section.optional("up_to_percent", names.operand()),
                section.optional("up_to_mw", names.operand()),
                outcome(section),
                section.optional("netted", text -> text),
                marks.originOr(section, name, around));
    }

    private Outcome outcome(Section section) {
        Operand percent = section.optional("percent", names.operand()).orElse(Operand.HUNDRED);
        Optional<Operand> pays = section.optional("pays", names.operand());
        Optional<Operand> receives = section.optional("receives", names.operand());
        boolean unstated = section.optional("unstated", Words::truth).orElse(false);
        long said = List.of(section.has("pays"), section.has("receives"), unstated).stream()
                .filter(b -> b)
                .count();
        if (said != 1) {
            section.problem(
                    "the band says " + (said == 0 ? "not what a MWh in it costs" : "twice what a MWh in it costs"),
                    "write exactly one of 'pays: RATE', 'receives: RATE', 'unstated: true'");
        }
        return unstated
                ? new Outcome.Unstated()
                : pays.<Outcome>map(rate -> new Outcome.Pays(rate, percent))
                        .orElse(new Outcome.Receives(receives.orElse(NOTHING), percent));
    }

    private static boolean open(Section band) {
        return !band.has("up_to_percent") && !band.has("up_to_mw");
    }

    /** Limits that are plain numbers are compared here; named ones when they have values. */
    private static void rising(Section section, Band before, Band band) {
        rising(section, "up_to_percent", before.percent(), band.percent());
        rising(section, "up_to_mw", before.megawatts(), band.megawatts());
    }

    private static void rising(Section section, String key, Optional<Operand> before, Optional<Operand> now) {
        if (before.orElse(NOTHING) instanceof Operand.Fixed low
                && now.isPresent()
                && now.get() instanceof Operand.Fixed high
                && high.value().compareTo(low.value()) <= 0) {
            section.problemAt(
                    key,
                    "bands cross: this one ends at " + high.value() + ", the one before it at " + low.value(),
                    "list the bands in rising order");
        }
    }
}
