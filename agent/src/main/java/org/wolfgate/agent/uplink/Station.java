package org.wolfgate.agent.uplink;

/**
 * Who speaks.
 *
 * @param substation the substation's name, as in its configuration
 * @param boot the boot id of this run of the agent
 */
public record Station(String substation, String boot) {}
