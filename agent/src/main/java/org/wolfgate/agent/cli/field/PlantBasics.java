package org.wolfgate.agent.cli.field;

import java.util.stream.Collectors;
import org.wolfgate.agent.bringup.NodeSheet;
import org.wolfgate.drivers.ActivePower;

/**
 * What is asked of every plant.
 *
 * @param node that it stands behind
 */
record PlantBasics(String name, String node, ActivePower rating) {

    static PlantBasics ask(Questions questions, SiteDraft draft) {
        String name = Words.freeName(
                questions, "  name of the plant", "plant-" + (draft.plants().size() + 1), draft);
        String node = questions.parsed("  node that it stands behind", nextNode(draft), text -> known(text, draft));
        ActivePower rating = questions.parsed("  its rating", rating(node, draft), Words::rating);
        return new PlantBasics(name, node, rating);
    }

    private static String nextNode(SiteDraft draft) {
        return draft.nodes().stream()
                .filter(node -> node.plants().isEmpty())
                .map(NodeSheet::name)
                .findFirst()
                .orElse("");
    }

    private static String rating(String node, SiteDraft draft) {
        return draft.nodes().stream()
                .filter(one -> one.name().equals(node))
                .map(one -> one.rating().toString())
                .findFirst()
                .orElse("1 MW");
    }

    private static String known(String node, SiteDraft draft) {
        if (draft.meterOf(node).isEmpty()) {
            throw new IllegalArgumentException("no node '" + node + "'; there are: "
                    + draft.nodes().stream().map(NodeSheet::name).collect(Collectors.joining(", ")));
        }
        return node;
    }
}
