package org.wolfgate.agent;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wolfgate.agent.control.SubstationState;

/** What of the substation's state has to be stored anew: only a part that differs from the last time becomes text. */
final class StateChanges {

    private final Map<String, Object> known = new HashMap<>();
    private final Map<String, Object> decisions = new HashMap<>();

    /**
     * Begins with what a ledger holds.
     *
     * @param stored the names of its states
     */
    StateChanges(Set<String> stored) {
        stored.forEach(name -> known.put(name, "as stored"));
    }

    /** Texts by name since the last call; an empty one lets go of an order or claim that is no longer remembered. */
    Map<String, String> of(SubstationState state) {
        state.nodes().keySet().forEach(node -> isDecidedAnew(state, node));
        return changes(StateCodec.parts(state));
    }

    /**
     * The same without the nodes of which nothing but readings is new: an order for one node is not to wait until the
     * readings of all others are stored. They stay news for the next call.
     *
     * @param onRecord nodes of which something goes on record, and so all that it follows from
     */
    Map<String, String> decided(SubstationState state, Set<String> onRecord) {
        Map<String, Object> parts = StateCodec.parts(state);
        state.nodes().keySet().stream()
                .filter(node -> !isDecidedAnew(state, node) && !onRecord.contains(node))
                .forEach(node -> parts.remove(StateCodec.NODE + node));
        return changes(parts);
    }

    private boolean isDecidedAnew(SubstationState state, String node) {
        Object decided = state.decided(node);
        return !decided.equals(decisions.put(node, decided));
    }

    private Map<String, String> changes(Map<String, Object> parts) {
        Map<String, String> changed = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            if (!part.equals(known.put(name, part))) {
                changed.put(name, StateCodec.text(part));
            }
        });
        for (String gone : gone(parts.keySet())) {
            known.remove(gone);
            changed.put(gone, "");
        }
        return changed;
    }

    private List<String> gone(Set<String> present) {
        return known.keySet().stream()
                .filter(name -> name.startsWith(StateCodec.ORDER) || name.startsWith(StateCodec.CLAIM))
                .filter(name -> !present.contains(name))
                .toList();
    }
}
