package org.wolfgate.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.uplink.OutboxCopy;
import org.wolfgate.agent.uplink.OutboxRecord;
import org.wolfgate.agent.uplink.message.GeneratorMessages;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;

/** A verdict's way to the generators: whole to the node's operator, to each unit's owner an extract, signed as well. */
final class GeneratorCopies {

    private static final List<String> COMMON =
            List.of("order", "node", "ending", "in_force_since", "ended_at", "compensation_state", "version");

    private final VerdictSeal seal;

    GeneratorCopies(VerdictSeal seal) {
        this.seal = seal;
    }

    /** The copies of a record; none unless it is a verdict. */
    List<OutboxCopy> of(OutboxRecord record) {
        if (!record.kind().equals("verdict")) {
            return List.of();
        }
        try {
            byte[] body = record.body().getBytes(StandardCharsets.UTF_8);
            ObjectNode verdict = Json.read(body);
            String topic = Topics.VERDICT + verdict.path("node").asText();
            List<OutboxCopy> copies = new ArrayList<>();
            copies.add(new OutboxCopy(topic, body));
            for (JsonNode unit : verdict.path("units")) {
                String id = unit.path("unit").asText();
                if (GeneratorMessages.hasTopic(id)) {
                    copies.add(new OutboxCopy(topic + "/" + id, extract(verdict, unit)));
                }
            }
            return copies;
        } catch (MessageException e) {
            throw new IllegalStateException("a verdict in the ledger is not readable: " + e.text(), e);
        }
    }

    private byte[] extract(ObjectNode verdict, JsonNode unit) {
        ObjectNode own = Json.object().put("schema", "wolfgate/unit-verdict/1");
        COMMON.stream().filter(verdict::has).forEach(field -> own.set(field, verdict.get(field)));
        unit.properties().forEach(field -> own.set(field.getKey(), field.getValue()));
        return seal.seal(Json.text(own)).getBytes(StandardCharsets.UTF_8);
    }
}
