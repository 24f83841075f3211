package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.pricing.Doublings;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.ShiftedExponential;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/** Tells which frequency a price was formed from, and how. */
final class PriceExplanation {

    private static final MathContext SHOWN = new MathContext(12);

    private PriceExplanation() {}

    static List<String> of(DeviationLine line) {
        IntervalPrice price = line.price();
        List<String> sentences = new ArrayList<>();
        sentences.add(frequency(line));
        sentences.add(summary(price));
        price.formula()
                .filter(formula -> price.isMeanOfPrices())
                .ifPresent(formula -> sentences.addAll(SampleExplanation.of(formula, line)));
        price.formula().flatMap(formula -> steps(formula, price)).ifPresent(sentences::add);
        price.gates().forEach(term -> sentences.add(GateExplanation.of(term, price)));
        return sentences;
    }

    private static String frequency(DeviationLine line) {
        String local =
                line.metered().frequency().mean().map(Frequency::toString).orElse("no value");
        String known = "the meter's mean is " + local + ", the system operator's "
                + line.price().operator().map(Frequency::toString).orElse("not known");
        return switch (line.price().source()) {
            case METER -> "Frequency: the meter's; " + known + ".";
            case ISO -> "Frequency: the system operator's; " + known + ".";
            case PEER -> "Frequency: that of a second meter in the substation; " + known + ".";
            case NONE -> "Frequency: nobody's; " + known + ".";
        };
    }

    private static String summary(IntervalPrice price) {
        StringBuilder text =
                new StringBuilder("Price: " + price.price() + " per MWh, parameter set " + price.parameterSet());
        price.frequency().ifPresent(frequency -> text.append(", frequency ").append(frequency));
        price.areaControlError()
                .ifPresent(ace -> text.append(", area control error ").append(ace));
        price.gates()
                .forEach(term -> text.append(", loading of flowgate ")
                        .append(term.gate())
                        .append(' ')
                        .append(term.loading().map(PerUnit::toString).orElse("unknown")));
        text.append(" (")
                .append(price.mark())
                .append(": ")
                .append(price.mark().meaning())
                .append(')');
        if (price.provisional()) {
            text.append("; it stands in until a ")
                    .append(price.awaitsLoading() ? "loading" : "frequency")
                    .append(" is known");
        }
        return text.append('.').toString();
    }

    private static Optional<String> steps(SystemPrice formula, IntervalPrice price) {
        if (!(formula.curve() instanceof ShiftedExponential form)
                || price.frequency().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(price.isMeanOfPrices() ? ofEach(formula, form, price) : ofMean(formula, form, price));
    }

    private static String ofEach(SystemPrice formula, ShiftedExponential form, IntervalPrice price) {
        Doublings doublings = form.doublings();
        return "Formula of each sample: n = (" + doublings.scheduled() + " - f) / " + doublings.perFrequency()
                + ace(price, doublings) + "; " + made(formula, form);
    }

    private static String ofMean(SystemPrice formula, ShiftedExponential form, IntervalPrice price) {
        Frequency used = new Frequency(
                formula.quantum().apply(price.frequency().orElseThrow().millihertz()));
        Doublings doublings = form.doublings();
        BigDecimal n = BigDecimal.valueOf(doublings.scheduled().millihertz() - used.millihertz())
                .divide(BigDecimal.valueOf(doublings.perFrequency().millihertz()), SHOWN);
        Optional<ActivePower> ace =
                price.areaControlError().filter(a -> doublings.perAce().isPresent());
        if (ace.isPresent()) {
            ActivePower doubling = doublings.perAce().orElseThrow();
            n = n.subtract(BigDecimal.valueOf(ace.get().watts()).divide(BigDecimal.valueOf(doubling.watts()), SHOWN));
        }
        return "Formula: n = (" + doublings.scheduled() + " - " + used + ") / " + doublings.perFrequency()
                + ace(price, doublings) + " = " + n.stripTrailingZeros().toPlainString() + "; " + made(formula, form);
    }

    private static String made(SystemPrice formula, ShiftedExponential form) {
        return "price = " + form.least() + " + (" + form.reference() + " - " + form.least()
                + ") x 2^n, rounded half-even to " + formula.limits().step() + "; n is held within 40 either way.";
    }

    private static String ace(IntervalPrice price, Doublings doublings) {
        return price.areaControlError()
                .flatMap(ace -> doublings.perAce().map(doubling -> " - " + ace + " / " + doubling))
                .orElse("");
    }
}
