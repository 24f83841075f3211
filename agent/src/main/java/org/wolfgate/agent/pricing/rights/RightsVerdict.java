package org.wolfgate.agent.pricing.rights;

import java.util.List;
import java.util.stream.Collectors;
import org.wolfgate.drivers.ActivePower;

/** Whether a schedule's owner holds the flowgate rights that it needs. */
public sealed interface RightsVerdict {

    /** Every need is met. */
    record Covered(List<GateBalance> gates) implements RightsVerdict {}

    /** At least one gate is short: the schedule and the statement carry the flags. */
    record Uncovered(List<GateBalance> gates) implements RightsVerdict {

        /** Such as {@code FLOWGATE_RIGHTS_SHORT:G1}, one for each short gate. */
        public List<String> flags() {
            return gates.stream()
                    .filter(GateBalance::isShort)
                    .map(g -> "FLOWGATE_RIGHTS_SHORT:" + g.gate())
                    .collect(Collectors.toList());
        }
    }

    /** The factors do not hold for the schedule's period; nothing was checked. */
    record StaleFactors(String message) implements RightsVerdict {}

    /** A gate's part in it. */
    record GateBalance(String gate, GateNeed need, ActivePower held) {

        public ActivePower shortfall() {
            return need.shortfall(held);
        }

        boolean isShort() {
            return shortfall().compareTo(ActivePower.ZERO) > 0;
        }
    }
}
