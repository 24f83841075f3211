package org.wolfgate.agent;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.curtailment.Cap;

/**
 * The substation's state as named JSON texts for the ledger: orders, market and each node by itself, so that a reading
 * of one node rewrites that node alone.
 */
final class StateCodec {

    private static final String NODES = "nodes";
    private static final String WAITING = "waiting";

    /** These parts are kept by their elements. */
    private static final Set<String> SPLIT = Set.of(NODES, WAITING);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private StateCodec() {}

    static Map<String, String> write(SubstationState state) {
        JsonNode root = MAPPER.valueToTree(state);
        Map<String, String> texts = new LinkedHashMap<>();
        root.properties().forEach(part -> {
            if (SPLIT.contains(part.getKey())) {
                part.getValue()
                        .properties()
                        .forEach(each -> texts.put(part.getKey() + "/" + each.getKey(), text(each.getValue())));
            } else {
                texts.put(part.getKey(), text(part.getValue()));
            }
        });
        return texts;
    }

    /**
     * Puts the state together again; what is not there is as in a new substation.
     *
     * @param lookup the stored text of a name
     * @throws IllegalStateException if a stored text cannot be read
     */
    static SubstationState read(Iterable<String> nodes, Function<String, Optional<String>> lookup) {
        ObjectNode root = MAPPER.valueToTree(SubstationState.NEW);
        for (String part : root.properties().stream().map(Map.Entry::getKey).toList()) {
            lookup.apply(part).ifPresent(text -> root.set(part, tree(part, text)));
        }
        List<String> pieces = new ArrayList<>();
        nodes.forEach(node -> pieces.addAll(SubstationState.waitingKeys(node)));
        root.set(NODES, elements(NODES, nodes, lookup));
        root.set(WAITING, elements(WAITING, pieces, lookup));
        try {
            return MAPPER.treeToValue(root, SubstationState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "resuming from the ledger: its state is not that of this version (" + e.getOriginalMessage() + ")",
                    e);
        }
    }

    /** The cap in force on each node, as its stored state last put it on record. */
    static Map<String, Cap> capsInForce(Map<String, String> states) {
        Map<String, Cap> caps = new LinkedHashMap<>();
        states.forEach((name, text) -> {
            if (name.startsWith(NODES + "/")) {
                JsonNode shown = tree(name, text).path("shown");
                caps.put(name.substring(NODES.length() + 1), shown.isObject() ? cap(name, shown) : Cap.NONE);
            }
        });
        return caps;
    }

    private static Cap cap(String name, JsonNode shown) {
        try {
            return MAPPER.treeToValue(shown, Cap.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reading the ledger: state '" + name + "' is not readable", e);
        }
    }

    private static ObjectNode elements(String part, Iterable<String> keys, Function<String, Optional<String>> lookup) {
        ObjectNode elements = MAPPER.createObjectNode();
        for (String key : keys) {
            String name = part + "/" + key;
            lookup.apply(name).ifPresent(text -> elements.set(key, tree(name, text)));
        }
        return elements;
    }

    private static JsonNode tree(String name, String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("resuming from the ledger: state '" + name + "' is not readable", e);
        }
    }

    private static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values did not turn into JSON", e);
        }
    }
}
