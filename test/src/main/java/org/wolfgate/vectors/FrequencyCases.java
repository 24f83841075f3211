package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.FrequencyQuality;
import org.wolfgate.agent.metering.FrequencySources;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.MeanOfPrices;
import org.wolfgate.drivers.Frequency;

/** Groups {@code frequency_block}, {@code frequency_source} and {@code basis}: samples to the frequency that prices. */
final class FrequencyCases {

    private FrequencyCases() {}

    /** Runs of [value or null, how many samples]. */
    static Map<String, Object> block(Inputs inputs) {
        long sum = 0;
        int good = 0;
        for (JsonNode run : inputs.fields().required("runs")) {
            if (!run.get(0).isNull()) {
                sum += run.get(0).longValue() * run.get(1).intValue();
                good += run.get(1).intValue();
            }
        }
        FrequencyMean mean = FrequencyMean.of(sum, good, Math.toIntExact(inputs.whole("expected")));
        return Map.of(
                "mean_mhz", mean.mean(),
                "quality", mean.quality().name(),
                "coverage_pct", mean.coveragePercent());
    }

    static Map<String, Object> source(Inputs inputs) {
        FrequencyChoice choice = FrequencyChoice.among(new FrequencySources(
                known(inputs, "local_mhz"),
                FrequencyQuality.valueOf(inputs.text("quality")),
                inputs.truth("islanded"),
                known(inputs, "peer_mhz"),
                known(inputs, "iso_mhz")));
        IntervalPrice price = IntervalPrice.of(
                new NodePrice(Parameters.of(inputs), List.of()), choice, inputs.megawatts("ace_mw"), Map.of());
        return Map.of("f_mhz", choice.frequency(), "price", price.price(), "flags", price.flags());
    }

    static Map<String, Object> basis(Inputs inputs) {
        SystemPrice formula = Parameters.of(inputs);
        List<Integer> samples = new ArrayList<>();
        inputs.texts("samples_mhz").map(Integer::valueOf).forEach(samples::add);
        FrequencyMean mean =
                FrequencyMean.of(samples.stream().mapToLong(Integer::longValue).sum(), samples.size(), samples.size());
        MeanOfPrices prices = MeanOfPrices.EMPTY;
        for (int sample : samples) {
            prices = prices.plus(formula.quote(new Frequency(sample), inputs.megawatts("ace_mw"))
                    .price());
        }
        return Map.of(
                "mean_mhz", mean.mean(),
                "price_of_mean",
                        formula.quote(mean.mean().orElseThrow(), inputs.megawatts("ace_mw"))
                                .price(),
                "mean_of_prices", prices.mean(formula.limits().step()));
    }

    private static Optional<Frequency> known(Inputs inputs, String name) {
        return inputs.has(name) ? Optional.of(inputs.frequency(name)) : Optional.empty();
    }
}
