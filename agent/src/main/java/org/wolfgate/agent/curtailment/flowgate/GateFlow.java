package org.wolfgate.agent.curtailment.flowgate;

import java.util.Optional;
import org.wolfgate.drivers.ActivePower;

/**
 * A flowgate and what it carries now.
 *
 * @param flow empty unless each of its meters gave a good reading of now
 */
public record GateFlow(LocalGate gate, Optional<ActivePower> flow) {}
