package org.wolfgate.agent.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.curtailment.FailSafePolicy;
import org.wolfgate.agent.curtailment.PlantRule;
import org.wolfgate.agent.curtailment.RampLimits;
import org.wolfgate.agent.metering.MeterRule;
import org.wolfgate.agent.pricing.rights.GateHoldings;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.drivers.ActivePower;

/**
 * An injection node as configured.
 *
 * @param zone the price zone that its spot price comes from
 * @param meter the meter at the point of interconnection
 * @param meterRule how intervals are made of that meter's readings
 * @param rating largest net injection
 * @param plants each controllable plant behind the node
 * @param units for units whose power certain plants make, those plants; the other units' power may come from any
 * @param tolerance how far above a cap a reading still counts as keeping it
 * @param contract whether deviations are from a schedule or the whole flow is one
 * @param accuracy class of the metering point
 * @param failSafe what the node does while something it needs is lost
 * @param gates its flowgates and the rights it holds on them; empty if nobody checks them
 * @param ramp how fast the plants' limit may move
 * @param signal the set-point of the contacts that tell its generator the cap; empty if there are none
 * @param terms what it may have beside that
 */
public record NodeSettings(
        String id,
        String zone,
        String meter,
        MeterRule meterRule,
        ActivePower rating,
        Map<String, PlantRule> plants,
        Map<String, List<String>> units,
        ActivePower tolerance,
        ContractMode contract,
        AccuracyClass accuracy,
        FailSafePolicy failSafe,
        Optional<GateHoldings> gates,
        RampLimits ramp,
        Optional<String> signal,
        NodeTerms terms) {

    /** The same node with other terms. */
    public NodeSettings with(NodeTerms other) {
        return new NodeSettings(
                id, zone, meter, meterRule, rating, plants, units, tolerance, contract, accuracy, failSafe, gates, ramp,
                signal, other);
    }
}
