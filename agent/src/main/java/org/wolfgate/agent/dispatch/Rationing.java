package org.wolfgate.agent.dispatch;

/** How units of the same marginal strike share what is left for them. */
public sealed interface Rationing {

    /** Each to the same share of its MW. */
    record ProRata() implements Rationing {}

    /**
     * By lot, the same for everybody who knows the seed: in the order of SHA-256("seed|interval|unit id"), each in full
     * until the last one takes the rest. Total and compensation are those of pro rata.
     *
     * @param seed published by the ISO
     * @param interval the settlement interval as written in the order
     */
    record Lottery(String seed, String interval) implements Rationing {}
}
