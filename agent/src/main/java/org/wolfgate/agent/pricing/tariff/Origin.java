package org.wolfgate.agent.pricing.tariff;

/**
 * Where a rule comes from.
 *
 * @param mark how far it can be trusted
 * @param source the text it was read in, or what was recalled and checked
 */
public record Origin(Provenance mark, String source) {

    @Override
    public String toString() {
        return mark + ": " + source;
    }
}
