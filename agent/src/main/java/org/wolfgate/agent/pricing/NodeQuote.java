package org.wolfgate.agent.pricing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The price at a node and how it came about.
 *
 * @param quote price, frequency used and flags
 * @param terms one for each gate that the node loads
 */
public record NodeQuote(Quote quote, List<GateTerm> terms) {

    public NodeQuote {
        terms = List.copyOf(terms);
    }

    /** All flags as they are printed; a dropped gate is named, as in {@code FLOWGATE_MISSING:G1}. */
    public Set<String> flags() {
        Set<String> names = new TreeSet<>();
        quote.flags().forEach(flag -> names.add(flag.name()));
        terms.stream()
                .filter(term -> term.price().isEmpty())
                .forEach(term -> names.add("FLOWGATE_MISSING:" + term.gate()));
        return names;
    }
}
