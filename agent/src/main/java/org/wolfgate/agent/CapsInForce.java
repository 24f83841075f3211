package org.wolfgate.agent;

import java.util.List;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.ledger.LedgerReader;

/** What each node is held to and why, as the agent last put it on record; for people who have the ledger at hand. */
public final class CapsInForce {

    private CapsInForce() {}

    /** A line for each node. */
    public static List<String> lines(LedgerReader ledger) {
        return StateCodec.capsInForce(ledger.states()).entrySet().stream()
                .map(entry -> "node " + entry.getKey() + ": " + held(entry.getValue()))
                .toList();
    }

    /** What a node with this cap is held to, and why. */
    static String held(Cap cap) {
        String limit = cap.limit().map(power -> "cap " + power).orElse("no cap");
        String lost = cap.failSafe()
                .map(what -> ", fail-safe " + what
                        + cap.rung().map(rung -> " " + rung).orElse(" until released"))
                .orElse("");
        return limit + lost + "; " + cap.why();
    }
}
