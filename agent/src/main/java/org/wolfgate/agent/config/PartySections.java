package org.wolfgate.agent.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.pricing.tariff.Charge;
import org.wolfgate.agent.pricing.tariff.Charge.Side;
import org.wolfgate.agent.pricing.tariff.Party;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Section;

/** Reads the {@code parties} of a tariff file. */
final class PartySections {

    private final ChargeSection charges;

    PartySections(ChargeSection charges) {
        this.charges = charges;
    }

    Map<String, Party> read(Section parties) {
        Map<String, Party> read = new LinkedHashMap<>();
        try (parties) {
            for (String name : parties.names()) {
                parties.optionalSection(name).ifPresent(section -> {
                    try (section) {
                        read.put(name, party(section, name));
                    }
                });
            }
        }
        return read;
    }

    private Party party(Section section, String name) {
        String what = section.text("what");
        Optional<String> exempt = section.optional("exempt_if", text -> text);
        Optional<String> only = section.optional("only_if", text -> text);
        List<Charge> read = new ArrayList<>();
        for (Section one : section.sections("charges")) {
            try (one) {
                Charge charge = charges.read(one);
                read.stream()
                        .filter(other -> overlap(other, charge))
                        .forEach(other -> one.problem(
                                "the base charges '" + other.name() + "' and '" + charge.name()
                                        + "' both price the same deviation",
                                "keep one, part them by frequency, or write 'additional: true'"));
                read.add(charge);
            }
        }
        for (Side side : Side.values()) {
            if (read.stream().noneMatch(charge -> charge.on() == side && !charge.additional())) {
                section.problem(
                        "party '" + name + "' has no base charge on a "
                                + side.name().toLowerCase(Locale.ROOT),
                        "add one; if it costs nothing, write 'pays: nothing'");
            }
        }
        return new Party(name, what, exempt, only, read);
    }

    private static boolean overlap(Charge one, Charge other) {
        return !one.additional()
                && !other.additional()
                && one.on() == other.on()
                && reaches(one, other)
                && reaches(other, one);
    }

    /** Whether one begins below where the other ends. */
    private static boolean reaches(Charge one, Charge other) {
        Frequency from = one.from().orElse(new Frequency(Integer.MIN_VALUE));
        return other.below().map(end -> from.compareTo(end) < 0).orElse(true);
    }
}
