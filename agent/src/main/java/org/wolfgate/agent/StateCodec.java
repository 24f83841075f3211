package org.wolfgate.agent;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.orders.OrderBook;

/**
 * The substation's state as named JSON texts for the ledger: every order, every node and the market by itself, so that a
 * reading of one node rewrites that node alone and an order rewrites no other.
 */
final class StateCodec {

    /** Of these names each comes and goes; the others stay. */
    static final String ORDER = "orders/";

    /** So does each of these: what a concluded order owes. */
    static final String CLAIM = "claims/";

    private static final String ORDERS = "orders";
    private static final String ENTRIES = "entries";
    private static final String CLAIMS = "claims";
    /** Of these names each stays. */
    static final String NODE = "nodes/";

    private static final String NODES = "nodes";
    private static final String WAITING = "waiting";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            // What an earlier version did not keep is none of it.
            .withConfigOverride(Map.class, map -> map.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private StateCodec() {}

    /** The parts that are kept by themselves, by name; each is a value that never changes. */
    static Map<String, Object> parts(SubstationState state) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put(ORDERS, new OrderBook.State(Map.of(), state.orders().lastSequence()));
        add(parts, ORDER, state.orders().entries());
        parts.put("market", state.market());
        parts.put("streams", state.streams());
        parts.put(CLAIMS, state.claims().withoutClaims());
        add(parts, CLAIM, state.claims().claims());
        parts.put("local", state.local());
        add(parts, NODE, state.nodes());
        add(parts, WAITING + "/", state.waiting());
        return parts;
    }

    private static void add(Map<String, Object> parts, String prefix, Map<String, ?> elements) {
        elements.forEach((key, element) -> parts.put(prefix + key, element));
    }

    static String text(Object part) {
        try {
            return MAPPER.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values did not turn into JSON", e);
        }
    }

    /**
     * Puts the state together again; what is not there is as in a new substation.
     *
     * @param nodes those of the configuration; what is stored of others stays where it is
     * @param stored texts by name
     * @throws IllegalStateException if a stored text cannot be read
     */
    static SubstationState read(Iterable<String> nodes, Map<String, String> stored) {
        ObjectNode root = MAPPER.valueToTree(SubstationState.NEW);
        for (String part : root.properties().stream().map(Map.Entry::getKey).toList()) {
            if (stored.containsKey(part)) {
                root.set(part, tree(part, stored));
            }
        }
        root.withObject("/" + ORDERS).set(ENTRIES, orders(root.get(ORDERS).get(ENTRIES), stored));
        root.withObject("/" + CLAIMS).set(CLAIMS, prefixed(CLAIM, MAPPER.createObjectNode(), stored));
        List<String> pieces = new ArrayList<>();
        nodes.forEach(node -> pieces.addAll(SubstationState.waitingKeys(node)));
        root.set(NODES, elements(NODES, nodes, stored));
        root.set(WAITING, elements(WAITING, pieces, stored));
        try {
            return MAPPER.treeToValue(root, SubstationState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "resuming from the ledger: its state is not that of this version (" + e.getOriginalMessage() + ")",
                    e);
        }
    }

    /** Each order by its id; an earlier version kept them as one list beside the sequences. */
    private static ObjectNode orders(JsonNode together, Map<String, String> stored) {
        ObjectNode orders = MAPPER.createObjectNode();
        together.forEach(entry -> orders.set(entry.at("/order/id").asText(), entry));
        return prefixed(ORDER, orders, stored);
    }

    private static ObjectNode prefixed(String prefix, ObjectNode into, Map<String, String> stored) {
        stored.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> into.set(name.substring(prefix.length()), tree(name, stored)));
        return into;
    }

    /** The cap in force on each node, as its stored state last put it on record. */
    static Map<String, Cap> capsInForce(Map<String, String> states) {
        Map<String, Cap> caps = new LinkedHashMap<>();
        states.forEach((name, text) -> {
            if (name.startsWith(NODE)) {
                JsonNode shown = tree(name, states).path("shown");
                caps.put(name.substring(NODE.length()), shown.isObject() ? cap(name, shown) : Cap.NONE);
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

    private static ObjectNode elements(String part, Iterable<String> keys, Map<String, String> stored) {
        ObjectNode elements = MAPPER.createObjectNode();
        for (String key : keys) {
            String name = part + "/" + key;
            if (stored.containsKey(name)) {
                elements.set(key, tree(name, stored));
            }
        }
        return elements;
    }

    private static JsonNode tree(String name, Map<String, String> stored) {
        try {
            return MAPPER.readTree(stored.get(name));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("resuming from the ledger: state '" + name + "' is not readable", e);
        }
    }
}
