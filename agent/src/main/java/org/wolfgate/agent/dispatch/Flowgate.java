package org.wolfgate.agent.dispatch;

/**
 * A monitored flow: {@code -reverseLimit <= baseFlow + sum of ptdf x injection <= forwardLimit}.
 *
 * @param ptdf MW on the gate per MW injected at each node, to any reference common to all gates' rows
 * @param baseFlow flow in MW of everything that is not dispatched here
 * @param forwardLimit upper limit in MW; {@code +Infinity} if there is none
 * @param reverseLimit limit against the gate's direction in MW, as a positive number; {@code +Infinity} if there is none
 */
public record Flowgate(Doubles ptdf, double baseFlow, double forwardLimit, double reverseLimit) {

    /** A gate with one limit for both directions and no base flow. */
    public static Flowgate of(double limit, double... ptdf) {
        return new Flowgate(Doubles.of(ptdf), 0, limit, limit);
    }
}
