package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.pricing.FrequencyQuantum;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.ReactiveEnergy;
import org.wolfgate.drivers.Frequency;

/**
 * A deviation tariff. The result is a shadow settlement: the operator's bill stays the bill.
 *
 * @param id such as {@code IN-DSM-2014}
 * @param title for people
 * @param mark the weakest mark of its rules
 * @param currency of the amounts
 * @param unit of the rates
 * @param inForce when and where, for people
 * @param blocks the block lengths it knows, in seconds
 * @param scheduled the frequency of a balanced system
 * @param quantum how frequency is read before anything looks at it
 * @param rates by name, each using only those before it
 * @param parties by name
 * @param reactive its charge for vars, if it has one
 * @param notes what a user must know
 */
public record Tariff(
        String id,
        String title,
        Provenance mark,
        String currency,
        RateUnit unit,
        String inForce,
        List<Integer> blocks,
        Frequency scheduled,
        FrequencyQuantum quantum,
        Map<String, Rate> rates,
        Map<String, Party> parties,
        Optional<ReactiveRule> reactive,
        List<String> notes) {

    public Tariff {
        blocks = List.copyOf(blocks);
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
        parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
        notes = List.copyOf(notes);
    }

    /** The name to print beside every amount, with its mark. */
    public String label() {
        return id + " (" + mark + ", shadow settlement)";
    }

    /** A party by name. */
    public Optional<Party> party(String name) {
        return Optional.ofNullable(parties.get(name));
    }

    /** The value of a rate, in the tariff's unit; empty if an input it needs is missing. */
    public Optional<BigDecimal> rate(String name, Situation situation) {
        return new Rates(this, situation, new TreeSet<>()).value(new Operand.Named(name));
    }

    /**
     * Settles one block.
     *
     * @throws IllegalArgumentException if the tariff does not know blocks of this length
     */
    public Bill settle(Party party, Block block, Situation situation) {
        if (!blocks.contains(block.seconds())) {
            throw new IllegalArgumentException(
                    id + " settles blocks of " + blocks + " s, not of " + block.seconds() + " s");
        }
        return new Settling(this, party, block, situation).bill();
    }

    /** Credit for reactive energy at a relative voltage; empty if the tariff has no such charge or no rate. */
    public Optional<Money> settle(ReactiveEnergy injected, PerUnit voltage, Situation situation) {
        Set<String> flags = new TreeSet<>();
        return reactive.flatMap(rule -> new Rates(this, situation, flags)
                .value(rule.rate())
                .map(rate -> Money.of(rate.multiply(unit.perMega())
                        .multiply(BigDecimal.valueOf(injected.varHours() * rule.sign(voltage), 6)))));
    }
}
