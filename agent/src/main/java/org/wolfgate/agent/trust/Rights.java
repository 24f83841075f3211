package org.wolfgate.agent.trust;

import java.util.Set;

/**
 * What an issuer may do at this substation.
 *
 * @param nodes the injection nodes that it may order
 * @param market whether it may set schedules, tranches, spot prices and the frequency that prices follow
 */
public record Rights(Set<String> nodes, boolean market) {

    static final Rights NONE = new Rights(Set.of(), false);

    public Rights {
        nodes = Set.copyOf(nodes);
    }

    public boolean mayOrder(String node) {
        return nodes.contains(node);
    }
}
