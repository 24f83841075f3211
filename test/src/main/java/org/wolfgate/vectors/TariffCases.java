package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Cases of tariffs in force: each names its tariff, and one class answers each tariff or family of them. */
final class TariffCases implements CaseFormat {

    private static final Map<String, GroupRunner> TARIFFS = Map.ofEntries(
            Map.entry("IN-UI-2010", inputs -> IndianCases.rate("in-ui-2010", inputs)),
            Map.entry("IN-DSM-2014", IndianCases::of2014),
            Map.entry("IN-DSM-2014-A4", IndianCases::fourthAmendment),
            Map.entry("IN-DSM-2024", IndianCases2024::answer),
            Map.entry("US-FERC-890", FercCases::answer),
            Map.entry("US-ERCOT-BPD", ErcotCases::answer),
            Map.entry("GB-SINGLE", inputs -> SinglePriceCases.answer("gb-single", inputs)),
            Map.entry("EU-SINGLE", inputs -> SinglePriceCases.answer("eu-single", inputs)),
            Map.entry("IN-IEGC-VAR", ReactiveTariffCases::answer),
            Map.entry("NERC-ACE", ControlErrorCases::answer));

    @Override
    public boolean accepts(JsonNode root) {
        return root.path("cases").path(0).has("tariff");
    }

    @Override
    public void run(JsonNode root, Score score) {
        for (JsonNode one : root.required("cases")) {
            Answers.score(one, root, one.path("tariff").asText(), TARIFFS, score);
        }
    }
}
