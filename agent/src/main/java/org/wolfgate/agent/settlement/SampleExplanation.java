package org.wolfgate.agent.settlement;

import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.metering.FrequencyCounts;
import org.wolfgate.agent.metering.FrequencyCounts.Count;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.drivers.Frequency;

/** Tells the samples that a mean of prices was taken over, each frequency with its number and its price. */
final class SampleExplanation {

    private static final int IN_A_LINE = 6;

    private SampleExplanation() {}

    static List<String> of(SystemPrice formula, DeviationLine line) {
        FrequencyCounts counts = line.metered().frequency().counts();
        if (counts.isEmpty()) {
            return List.of(
                    "Samples: the price is the mean of the prices of the meter's samples; the interval's record with"
                            + " them is not at hand.");
        }
        List<String> each = new ArrayList<>();
        for (Count count : counts.counts()) {
            Frequency frequency = new Frequency(count.millihertz());
            Price price =
                    formula.quote(frequency, line.price().areaControlError()).price();
            each.add(count.samples() + " at " + frequency + " for " + price);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("Samples: the price is the mean of the prices of " + counts.samples() + " samples, half-even to "
                + formula.limits().step() + ":");
        for (int from = 0; from < each.size(); from += IN_A_LINE) {
            int to = Math.min(each.size(), from + IN_A_LINE);
            sentences.add("  " + String.join(", ", each.subList(from, to)) + (to < each.size() ? "," : "."));
        }
        return sentences;
    }
}
