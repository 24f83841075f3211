package org.wolfgate.agent.uplink;

/**
 * How the uplink does.
 *
 * @param records the connection that carries records and telemetry
 * @param orders the connection on which orders and market data come
 * @param inFlight records sent and not yet acknowledged
 * @param sent records sent since the agent started, repetitions included
 */
public record UplinkState(LinkState records, LinkState orders, int inFlight, long sent) {

    /** Whether both connections stand. */
    public boolean connected() {
        return records.connected() && orders.connected();
    }
}
