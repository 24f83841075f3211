package org.wolfgate.agent.uplink;

/**
 * How the uplink does.
 *
 * @param records the connection that carries records and telemetry
 * @param orders the connection on which orders and market data come
 * @param identity whether this agent speaks for its substation, or another one with its identity does
 * @param inFlight records sent and not yet acknowledged
 * @param sent records sent since the agent started, repetitions included
 * @param tooLarge records that wait because the broker takes no packet of their size
 */
public record UplinkState(
        LinkState records, LinkState orders, Standing identity, int inFlight, long sent, int tooLarge) {

    /** Whether both connections stand. */
    public boolean connected() {
        return records.connected() && orders.connected();
    }
}
