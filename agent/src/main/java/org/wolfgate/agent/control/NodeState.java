package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.CapState;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.curtailment.ComplianceWatch;
import org.wolfgate.agent.curtailment.PlantResponse;
import org.wolfgate.agent.curtailment.Ramp;
import org.wolfgate.agent.metering.MeterState;
import org.wolfgate.drivers.ActivePower;

/**
 * What of a node survives a restart.
 *
 * @param cap what the rule of the cap in force remembers
 * @param lastWord when the ISO was last heard, for its orders
 * @param level the limit that the plants were given together; empty before the first
 * @param response how the plants were seen to answer; empty if nothing is learnt
 * @param signal what the generator was last told by contacts; empty if it never was
 * @param shown the cap in force and why, as last decided; for whoever reads the ledger, no rule acts on it
 */
record NodeState(
        MeterState meter,
        CapTimeline caps,
        Optional<ComplianceWatch> watch,
        Map<String, PlantControl.State> plants,
        RunningTotals totals,
        CapState cap,
        Optional<Instant> lastWord,
        Optional<Ramp.Level> level,
        Optional<PlantResponse> response,
        Optional<ActivePower> signal,
        Optional<Cap> shown) {

    static final NodeState NEW = new NodeState(
            MeterState.NEW,
            CapTimeline.EMPTY,
            Optional.empty(),
            Map.of(),
            RunningTotals.ZERO,
            CapState.NEW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same without what is being measured. */
    NodeState decided() {
        return new NodeState(
                MeterState.NEW,
                caps,
                Optional.empty(),
                plants,
                RunningTotals.ZERO,
                cap,
                Optional.empty(),
                level,
                Optional.empty(),
                signal,
                shown);
    }
}
