package org.wolfgate.agent.uplink;

import java.time.Duration;

/**
 * One of the two connections.
 *
 * @param connected whether it stands
 * @param since for how long it has been so
 * @param attempts how often it was dialled since the agent started
 * @param lastError one line on what last went wrong; empty if nothing ever did
 */
public record LinkState(boolean connected, Duration since, long attempts, String lastError) {}
