package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.wolfgate.agent.settlement.PriceForecast;
import org.wolfgate.agent.settlement.ScenarioForecast;
import org.wolfgate.agent.settlement.ScenarioForecast.Scenario;
import org.wolfgate.agent.settlement.UniformForecast;

/** The {@code price_model} of a settlement case. */
final class Forecasts {

    private Forecasts() {}

    static PriceForecast read(JsonNode model) {
        String type = model.path("type").asText();
        return switch (type) {
            case "uniform" -> new UniformForecast(Exact.of(model.path("low")), Exact.of(model.path("high")));
            case "discrete", "empirical" -> scenarios(model);
            default -> throw new IllegalArgumentException("price_model.type '" + type + "' is none of ours");
        };
    }

    /** Prices without probabilities are observations of equal weight. */
    private static ScenarioForecast scenarios(JsonNode model) {
        JsonNode prices = model.path("prices");
        JsonNode probabilities = model.path("probabilities");
        if (!probabilities.isMissingNode() && probabilities.size() != prices.size()) {
            throw new IllegalArgumentException("price_model.probabilities has " + probabilities.size() + " entries for "
                    + prices.size() + " prices");
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            BigFraction probability =
                    probabilities.isMissingNode() ? new BigFraction(1, prices.size()) : Exact.of(probabilities.path(i));
            scenarios.add(new Scenario(Exact.of(prices.path(i)), probability));
        }
        return new ScenarioForecast(scenarios);
    }
}
