package org.wolfgate.agent.desk;

import java.util.Map;
import org.wolfgate.drivers.ActivePower;

/**
 * A flowgate as the ISO's desk watches it.
 *
 * @param ptdf MW on the gate per MW injected at each node and withdrawn at the grid's hub; a node not named loads nothing
 * @param limit the most it may carry, in its own direction and against it
 */
public record DeskGate(String name, Map<String, Double> ptdf, ActivePower limit) {

    public DeskGate {
        ptdf = Map.copyOf(ptdf);
    }
}
