package org.wolfgate.agent.curtailment.flowgate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.drivers.ActivePower;

/**
 * A node behind flowgates, as it is now.
 *
 * @param injection what its meter reads; empty unless that is a good reading of now
 * @param limit the cap that it is under, for whatever reason
 * @param following whether it keeps that cap, or was given it so lately that it may still be on its way
 * @param settle how long its plants take to follow, as far as it is known
 * @param tranches what of it is insured
 */
public record GateNode(
        String id,
        ActivePower rating,
        Optional<ActivePower> injection,
        Optional<ActivePower> limit,
        boolean following,
        Duration settle,
        List<InsuredTranche> tranches) {

    /** What it will inject when it has done as it was told; empty if nobody knows what it injects. */
    Optional<ActivePower> expected() {
        return injection.map(power -> following ? limit.map(power::min).orElse(power) : power);
    }
}
