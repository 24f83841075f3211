package org.wolfgate.agent.pricing.tariff;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far a rule can be trusted, strongest first. Printed wherever the rule is used. */
public enum Provenance {
    EXACT_FROM_SOURCE("the number or formula was read in the cited text"),
    RECALLED_CROSS_CHECKED("recalled; every published anchor that could be read agrees"),
    SECONDARY_SOURCE("one public secondary source, not checked against the gazette"),
    RECALLED_UNVERIFIED("recalled; no text of it could be opened"),
    OWN_CHOICE("chosen by whoever declared it; the sources are silent");

    private final String meaning;

    Provenance(String meaning) {
        this.meaning = meaning;
    }

    /**
     * A mark as written in a file, such as {@code recalled-unverified}.
     *
     * @throws IllegalArgumentException if it is none of the marks
     */
    public static Provenance parse(String text) {
        return Arrays.stream(values())
                .filter(mark -> mark.toString().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no mark: write one of "
                        + Arrays.stream(values()).map(Provenance::toString).collect(Collectors.joining(", "))));
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }

    public Provenance weaker(Provenance other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
