package org.wolfgate.agent.pricing.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wolfgate.agent.pricing.rights.RightsVerdict.GateBalance;
import org.wolfgate.drivers.ActivePower;

/**
 * A schedule from a source to a sink, as far as flowgates are concerned.
 *
 * @param id the schedule's name
 * @param owner who must hold the rights
 * @param from beginning
 * @param until end, exclusive
 * @param power scheduled power
 */
public record ScheduledTransfer(String id, String owner, Instant from, Instant until, ActivePower power) {

    /** Checks the needs on every gate against what is held; stale factors are refused, never used. */
    public RightsVerdict check(RightsLedger ledger, TransferFactors factors) {
        if (!factors.covers(from, until)) {
            return new RightsVerdict.StaleFactors(
                    "checking flowgate rights of schedule " + id + ": factors of topology "
                            + factors.topology() + " hold from " + factors.from() + " to " + factors.until()
                            + ", the schedule runs from " + from + " to " + until + "; send factors for that time");
        }
        List<GateBalance> gates = factors.gates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(gate -> balance(gate.getKey(), gate.getValue(), ledger))
                .toList();
        return gates.stream().anyMatch(GateBalance::isShort)
                ? new RightsVerdict.Uncovered(gates)
                : new RightsVerdict.Covered(gates);
    }

    /** The ledger after this schedule was accepted: what it needs is used up. */
    public RightsLedger debit(RightsLedger ledger, TransferFactors factors) {
        RightsLedger after = ledger;
        for (Map.Entry<String, TransferFactors.Pair> gate : factors.gates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            ActivePower used = need(gate.getValue()).required();
            if (used.compareTo(ActivePower.ZERO) > 0) {
                ActivePower change = ActivePower.ZERO.minus(used);
                after = after.with(new RightEntry(gate.getKey(), owner, from, until, change, id));
            }
        }
        return after;
    }

    private GateBalance balance(String gate, TransferFactors.Pair factors, RightsLedger ledger) {
        return new GateBalance(gate, need(factors), ledger.held(gate, owner, from, until));
    }

    private GateNeed need(TransferFactors.Pair factors) {
        return GateNeed.of(power, factors.source(), factors.sink());
    }
}
