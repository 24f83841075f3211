package org.wolfgate.agent.control;

import java.time.Instant;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.orders.OrderEvent;

/** Something that goes on record: kept in the ledger, sent to the ISO. */
public sealed interface AgentRecord {

    /** What the meter of a node says of one settlement interval. */
    record IntervalClosed(String node, MeteredInterval metered) implements AgentRecord {}

    /** What a node's interval costs or earns. */
    record IntervalSettled(SettledInterval settled) implements AgentRecord {}

    /** A step in the life of an order. */
    record OrderStep(OrderEvent event) implements AgentRecord {}

    /** How an order ended. */
    record OrderClosed(Verdict verdict) implements AgentRecord {}

    /** Something worth knowing that no rule acts on. */
    record Note(Instant at, String what, String detail) implements AgentRecord {}
}
