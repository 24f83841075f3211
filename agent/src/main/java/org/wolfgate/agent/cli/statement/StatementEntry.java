package org.wolfgate.agent.cli.statement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.settlement.Finality;

/**
 * One version of a node's line as the ledger holds it.
 *
 * @param seq the record's number in the ledger
 * @param timeQuality how far the agent's clock could be trusted when it was written
 * @param inForce no later version has taken its place
 * @param body the record itself
 * @param interval the record of the metered interval, if the ledger has it
 */
public record StatementEntry(
        long seq,
        TimeQuality timeQuality,
        SettledInterval settled,
        boolean inForce,
        ObjectNode body,
        Optional<ObjectNode> interval) {

    /** The name by which {@code --explain} finds it: node, start and version. */
    public String id() {
        return settled.node() + "/" + span().start() + "/" + version();
    }

    /** The name without the version, which stands for the latest. */
    String place() {
        return settled.node() + "/" + span().start();
    }

    Interval span() {
        return settled.deviation().metered().interval();
    }

    int version() {
        return settled.deviation().version();
    }

    Finality finality() {
        return inForce ? settled.finality() : Finality.SUPERSEDED;
    }

    /** In words: which record it is and whether it counts. */
    public String standing() {
        return "record " + seq + ", written with the clock " + timeQuality
                + (inForce ? "; no later version has taken its place" : "; SUPERSEDED by a later version");
    }

    StatementEntry superseded() {
        return new StatementEntry(seq, timeQuality, settled, false, body, interval);
    }
}
