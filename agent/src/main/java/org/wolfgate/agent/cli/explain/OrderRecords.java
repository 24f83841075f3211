package org.wolfgate.agent.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.StoredRecord;

/**
 * What the ledger has of one order.
 *
 * @param steps of its life, oldest first
 * @param verdicts the versions of its verdict, oldest first
 */
public record OrderRecords(List<StoredRecord> steps, List<JsonNode> verdicts) {

    /** Reads them. */
    public static OrderRecords of(LedgerReader ledger, String order) {
        List<JsonNode> verdicts = of(ledger, "verdict", order).stream()
                .map(each -> Sentences.json(each.record().body()))
                .toList();
        return new OrderRecords(of(ledger, "order", order), verdicts);
    }

    /** The key of a record is its order's id, or begins with it and a slash. */
    private static List<StoredRecord> of(LedgerReader ledger, String kind, String order) {
        return ledger.all(kind).stream()
                .filter(each -> (each.record().key() + "/").startsWith(order + "/"))
                .toList();
    }

    Optional<Instant> ended() {
        return verdicts.stream()
                .findFirst()
                .map(v -> Instant.parse(v.path("ended_at").asText()));
    }

    Optional<Instant> inForceSince() {
        return verdicts.stream()
                .findFirst()
                .map(v -> Instant.parse(v.path("in_force_since").asText()));
    }

    boolean refused() {
        return steps.stream()
                .anyMatch(step -> Sentences.json(step.record().body())
                        .path("state")
                        .asText()
                        .equals("REFUSED"));
    }

    /** A verdict in one sentence. */
    static String sentence(JsonNode verdict) {
        StringBuilder text = new StringBuilder("Verdict, version ")
                .append(verdict.path("version").asInt(1))
                .append(": ")
                .append(verdict.path("outcome").asText());
        if (verdict.has("time_to_comply_ms")) {
            text.append(" after ")
                    .append(verdict.path("time_to_comply_ms").asLong() / 1000.0)
                    .append(" s");
        }
        text.append(", ")
                .append(verdict.path("energy_above_cap_wh").asText())
                .append(" Wh above the cap, give or take ")
                .append(verdict.path("energy_above_cap_uncertainty_wh").asText())
                .append(" Wh");
        for (JsonNode unit : verdict.path("units")) {
            text.append("; ")
                    .append(unit.path("unit").asText())
                    .append(" stood back ")
                    .append(unit.path("curtailed_wh").asText())
                    .append(" Wh for ")
                    .append(unit.path("compensation").asText());
        }
        return text.append("; compensation ")
                .append(verdict.path("compensation").asText())
                .append(", ")
                .append(verdict.path("compensation_state").asText())
                .append(verdict.has("signature") ? ", signed." : ", not signed.")
                .toString();
    }
}
