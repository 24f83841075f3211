package org.wolfgate.agent.dispatch;

/**
 * An injection node.
 *
 * @param id its name in orders and messages
 * @param zone index of its price zone
 */
public record Node(String id, int zone) {}
