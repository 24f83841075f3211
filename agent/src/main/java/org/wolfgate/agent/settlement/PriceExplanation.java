package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.pricing.Doublings;
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
        price.formula().flatMap(formula -> steps(formula, price)).ifPresent(sentences::add);
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
                .forEach(gate -> text.append(", flowgate ")
                        .append(gate.gate())
                        .append(' ')
                        .append(gate.price().map(BigDecimal::toPlainString).orElse("unknown, left out")));
        text.append(" (")
                .append(price.mark())
                .append(": ")
                .append(price.mark().meaning())
                .append(')');
        return text.append(price.provisional() ? "; it stands in until a frequency is known." : ".")
                .toString();
    }

    private static Optional<String> steps(SystemPrice formula, IntervalPrice price) {
        if (!(formula.curve() instanceof ShiftedExponential form)
                || price.frequency().isEmpty()) {
            return Optional.empty();
        }
        Frequency used =
                new Frequency(formula.quantum().apply(price.frequency().get().millihertz()));
        Doublings doublings = form.doublings();
        BigDecimal n = BigDecimal.valueOf(doublings.scheduled().millihertz() - used.millihertz())
                .divide(BigDecimal.valueOf(doublings.perFrequency().millihertz()), SHOWN);
        String text = "n = (" + doublings.scheduled() + " - " + used + ") / " + doublings.perFrequency();
        Optional<ActivePower> ace =
                price.areaControlError().filter(a -> doublings.perAce().isPresent());
        if (ace.isPresent()) {
            ActivePower doubling = doublings.perAce().orElseThrow();
            text += " - " + ace.get() + " / " + doubling;
            n = n.subtract(BigDecimal.valueOf(ace.get().watts()).divide(BigDecimal.valueOf(doubling.watts()), SHOWN));
        }
        return Optional.of("Formula: " + text + " = " + n.stripTrailingZeros().toPlainString() + "; price = "
                + form.least() + " + (" + form.reference() + " - " + form.least() + ") x 2^n, rounded half-even to "
                + formula.limits().step() + "; n is held within 40 either way.");
    }
}
