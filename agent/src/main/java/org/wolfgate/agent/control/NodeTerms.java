package org.wolfgate.agent.control;

import java.util.List;
import org.wolfgate.agent.metering.IslandingContact;

/**
 * What a node may have beside the rest, each off unless it is configured.
 *
 * @param islanding the contacts that tell whether it stands on the system; none, and it is taken to
 */
public record NodeTerms(List<IslandingContact> islanding) {

    public static final NodeTerms NONE = new NodeTerms(List.of());

    public NodeTerms {
        islanding = List.copyOf(islanding);
    }
}
