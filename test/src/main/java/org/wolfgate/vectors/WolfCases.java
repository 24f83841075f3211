package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Cases of deviation pricing: each names its group, and one class answers each group. */
final class WolfCases implements CaseFormat {

    private static final Map<String, GroupRunner> GROUPS = Map.ofEntries(
            Map.entry("price", PriceCases::answer),
            Map.entry("ld", DamagesCases::answer),
            Map.entry("node", NodeCases::answer),
            Map.entry("reactive", ReactiveCases::answer),
            Map.entry("flowgate_right", GateRightCases::answer),
            Map.entry("sale", SaleCases::sale),
            Map.entry("statement", SaleCases::statement),
            Map.entry("residual", ResidualCases::answer),
            Map.entry("basis", FrequencyCases::basis),
            Map.entry("frequency_block", FrequencyCases::block),
            Map.entry("frequency_source", FrequencyCases::source),
            Map.entry("schedule", ScheduleCases::answer),
            Map.entry("register", EnergyCases::register),
            Map.entry("allocate", EnergyCases::allocate),
            Map.entry("uncertainty", EnergyCases::uncertainty));

    @Override
    public boolean accepts(JsonNode root) {
        return root.path("cases").path(0).has("group");
    }

    @Override
    public void run(JsonNode root, Score score) {
        for (JsonNode one : root.required("cases")) {
            Answers.score(one, root, one.path("group").asText(), GROUPS, score);
        }
    }
}
