package org.wolfgate.agent.uplink.sparkplug;

import java.time.Instant;

/**
 * How the agent itself does.
 *
 * @param lastRecord number of the ledger's last record
 * @param waiting records not yet acknowledged by the ISO's broker
 * @param storageRoom how much room the storage has, in a word
 */
public record AgentFigures(
        Instant at, String boot, String timeQuality, long lastRecord, long waiting, String storageRoom) {}
