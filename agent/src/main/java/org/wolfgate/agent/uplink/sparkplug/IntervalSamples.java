package org.wolfgate.agent.uplink.sparkplug;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * A settlement interval from the ledger, as a node's samples of the moment it ended.
 *
 * @param node whose it is
 */
record IntervalSamples(String node, Map<String, Sample> samples) {

    /** The kind of the ledger's records of intervals. */
    static final String KIND = "interval";

    private static final JsonMapper JSON = new JsonMapper();

    /** The interval of a record's body; empty if it is not in the form of this release. */
    static Optional<IntervalSamples> of(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (!json.hasNonNull("node") || !json.hasNonNull("start") || !json.hasNonNull("end")) {
                return Optional.empty();
            }
            Instant end = Instant.parse(json.get("end").asText());
            Optional<Long> net = Optional.ofNullable(json.get("net_wh"))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::asLong);
            Worth known = json.path("quality").asText().equals("MEASURED") ? Worth.GOOD : Worth.BAD;
            Optional<Worth> worth = Optional.of(net.isEmpty() ? Worth.STALE : known);
            Map<String, Sample> samples = Map.of(
                    Points.INTERVAL_START,
                    Sample.moment(Optional.of(Instant.parse(json.get("start").asText())), end),
                    Points.INTERVAL_ENERGY,
                    new Sample(net.map(Value.Whole::new), worth, "", end),
                    Points.INTERVAL_QUALITY,
                    Sample.text(Optional.of(json.path("quality").asText()), end),
                    Points.INTERVAL_VERSION,
                    Sample.number(Optional.of(json.path("version").asLong()), end));
            return Optional.of(new IntervalSamples(json.get("node").asText(), samples));
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
