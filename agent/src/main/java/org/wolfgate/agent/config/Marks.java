package org.wolfgate.agent.config;

import org.wolfgate.agent.pricing.tariff.Origin;
import org.wolfgate.agent.pricing.tariff.Provenance;
import org.wolfgate.drivers.yaml.Section;

/** Reads where each rule of a tariff comes from, and remembers the weakest mark. */
final class Marks {

    private Provenance weakest = Provenance.EXACT_FROM_SOURCE;
    private String weakestRule = "";

    /** A rule's own mark and source; both are required. */
    Origin origin(Section section, String rule) {
        Provenance mark = section.require("mark", Provenance::parse, Provenance.EXACT_FROM_SOURCE);
        if (mark != weakest && mark.weaker(weakest) == mark) {
            weakest = mark;
            weakestRule = rule;
        }
        return new Origin(mark, section.text("source"));
    }

    /** The rule's own origin if it states one, else that of the rule around it. */
    Origin originOr(Section section, String rule, Origin around) {
        boolean marked = section.optional("mark", text -> text).isPresent();
        boolean sourced = section.optional("source", text -> text).isPresent();
        return marked || sourced ? origin(section, rule) : around;
    }

    /** The mark of the whole file, which may not claim more than its weakest rule. */
    Provenance ofFile(Section root) {
        Provenance mark = root.require("mark", Provenance::parse, weakest);
        if (mark != weakest && mark.weaker(weakest) == weakest) {
            root.problemAt(
                    "mark",
                    "the file claims " + mark + " but its " + weakestRule + " is " + weakest,
                    "write 'mark: " + weakest + "'");
        }
        return mark;
    }
}
