package org.wolfgate.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.curtailment.PlantResponse;
import org.wolfgate.agent.curtailment.PlantResponse.Answer;
import org.wolfgate.agent.ledger.Ledger;

/** A ledger of an agent that has seen its plants answer before; learning it anew takes minutes of quiet. */
public final class KnownPlants {

    private KnownPlants() {}

    /**
     * Writes the ledger.
     *
     * @param deadTime of every node's plants; after it they take a second for all of their rating
     */
    public static void write(SubstationSettings settings, Path data, Duration deadTime) {
        Map<String, Object> parts = StateCodec.parts(new Substation(settings, SubstationState.NEW).state());
        Map<String, String> states = new LinkedHashMap<>();
        settings.nodes()
                .forEach(node -> states.put(
                        "nodes/" + node.id(),
                        text(parts.get("nodes/" + node.id()), new Answer(deadTime, node.rating()))));
        try (Ledger ledger = Ledger.open(data, BootId.fresh())) {
            ledger.append(List.of(), states);
        }
    }

    private static String text(Object node, Answer answer) {
        PlantResponse seen = new PlantResponse(Collections.nCopies(3, answer), Optional.empty(), Optional.empty());
        try {
            ObjectNode state = (ObjectNode) new ObjectMapper().readTree(StateCodec.text(node));
            return state.set("response", new ObjectMapper().readTree(StateCodec.text(seen)))
                    .toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
