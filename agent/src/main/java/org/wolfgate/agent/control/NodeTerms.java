package org.wolfgate.agent.control;

import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.metering.IslandingContact;
import org.wolfgate.agent.settlement.DamagesTerms;
import org.wolfgate.agent.settlement.ReactiveTerms;

/**
 * What a node may have beside the rest, each off unless it is configured.
 *
 * @param islanding the contacts that tell whether it stands on the system; none, and it is taken to
 * @param damages what its contract says of a shortfall; empty, and a shortfall is a deviation like any other
 * @param reactive how its vars are priced; empty if they are not
 */
public record NodeTerms(
        List<IslandingContact> islanding, Optional<DamagesTerms> damages, Optional<ReactiveTerms> reactive) {

    public static final NodeTerms NONE = new NodeTerms(List.of(), Optional.empty(), Optional.empty());

    public NodeTerms {
        islanding = List.copyOf(islanding);
    }
}
