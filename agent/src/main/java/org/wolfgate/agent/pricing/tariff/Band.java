package org.wolfgate.agent.pricing.tariff;

import java.util.Optional;

/**
 * One step of a charge, from the limit of the step before it to its own.
 *
 * @param name what statements call it
 * @param percent its limit in percent of the charge's basis; empty with {@code megawatts} for the last, open step
 * @param megawatts its limit in MW
 * @param outcome what a MWh in it costs
 * @param netted the span over which its energy is netted, such as {@code month}
 * @param origin where the step comes from
 */
public record Band(
        String name,
        Optional<Operand> percent,
        Optional<Operand> megawatts,
        Outcome outcome,
        Optional<String> netted,
        Origin origin) {

    /** What a MWh in a band costs or earns the node. */
    public sealed interface Outcome {

        /** The node pays this rate, or a percentage of it. */
        record Pays(Operand rate, Operand percent) implements Outcome {}

        /** The node receives this rate, or a percentage of it. */
        record Receives(Operand rate, Operand percent) implements Outcome {}

        /** The rule could not be read in any source: there is no amount, and the bill says so. */
        record Unstated() implements Outcome {}
    }

    boolean open() {
        return percent.isEmpty() && megawatts.isEmpty();
    }
}
