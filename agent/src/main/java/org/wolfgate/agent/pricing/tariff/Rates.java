package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Quote;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.pricing.Table;
import org.wolfgate.agent.pricing.Table.Vertex;

/**
 * The values of a tariff's rates in one situation.
 *
 * @param flags collects what a reader must know of them
 */
record Rates(Tariff tariff, Situation situation, Set<String> flags) {

    /** In the tariff's unit; empty, and flagged, if an input is missing. */
    Optional<BigDecimal> value(Operand operand) {
        if (operand instanceof Operand.Fixed number) {
            return Optional.of(number.value());
        }
        String name = ((Operand.Named) operand).name();
        Rate rate = tariff.rates().get(name);
        if (rate == null) {
            throw new IllegalArgumentException(tariff.id() + " has no rate '" + name + "'; it has "
                    + String.join(", ", tariff.rates().keySet()));
        }
        return value(name, rate);
    }

    private Optional<BigDecimal> value(String name, Rate rate) {
        if (rate instanceof Rate.Input input) {
            return input(name, input);
        } else if (rate instanceof Rate.Chosen chosen) {
            return all(chosen.among()).map(values -> choose(chosen.choice(), values));
        } else if (rate instanceof Rate.Vector vector) {
            List<Operand> operands =
                    vector.corners().stream().map(Rate.Corner::value).toList();
            return all(operands).map(values -> quote(onCurve(name, vector, values)));
        }
        return Optional.of(quote(((Rate.Formula) rate).price()));
    }

    private Optional<BigDecimal> input(String name, Rate.Input input) {
        Optional<BigDecimal> given =
                Optional.ofNullable(situation.inputs().get(name)).or(input::fallback);
        if (given.isEmpty()) {
            flags.add("INPUT_MISSING:" + name);
        }
        return given;
    }

    /** All of them, or none; every missing input is flagged. */
    private Optional<List<BigDecimal>> all(List<Operand> operands) {
        List<BigDecimal> values = new ArrayList<>();
        operands.forEach(operand -> value(operand).ifPresent(values::add));
        return values.size() == operands.size() ? Optional.of(values) : Optional.empty();
    }

    private static BigDecimal choose(Rate.Choice choice, List<BigDecimal> values) {
        return switch (choice) {
            case GREATEST -> values.stream().reduce(values.get(0), BigDecimal::max);
            case LEAST -> values.stream().reduce(values.get(0), BigDecimal::min);
            case MEAN ->
                values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_EVEN);
        };
    }

    private SystemPrice onCurve(String name, Rate.Vector vector, List<BigDecimal> values) {
        List<Vertex> vertices = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            vertices.add(new Vertex(vector.corners().get(i).frequency(), Price.of(values.get(i))));
        }
        return new SystemPrice(name, new Table(tariff.scheduled(), vertices), tariff.quantum(), vector.limits());
    }

    /** At the frequency of the situation; without one, provisionally, at the scheduled frequency. */
    private BigDecimal quote(SystemPrice price) {
        if (situation.frequency().isEmpty()) {
            flags.add("PROVISIONAL_NO_FREQ");
        }
        Quote quote =
                situation.frequency().map(f -> price.quote(f, situation.ace())).orElseGet(price::reference);
        quote.flags().forEach(flag -> flags.add(flag.name()));
        return quote.price().perMegawattHour();
    }
}
