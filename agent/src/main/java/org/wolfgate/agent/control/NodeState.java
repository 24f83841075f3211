package org.wolfgate.agent.control;

import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.curtailment.ComplianceWatch;
import org.wolfgate.agent.metering.MeterState;

/** What of a node survives a restart. */
record NodeState(
        MeterState meter,
        CapTimeline caps,
        Optional<ComplianceWatch> watch,
        Map<String, PlantControl.State> plants,
        RunningTotals totals) {

    static final NodeState NEW =
            new NodeState(MeterState.NEW, CapTimeline.EMPTY, Optional.empty(), Map.of(), RunningTotals.ZERO);
}
