package org.wolfgate.agent.curtailment;

/** What a node needs to be curtailed as ordered, and can lose. */
public enum Dependency {
    /** The word of the ISO: an order, a cancellation, or that none was missed. */
    UPSTREAM("the ISO"),
    /** A good reading of the node's meter. */
    METER("the node's meter"),
    /** Every plant's confirmation of its set-point. */
    PLANT("a plant"),
    /** A clock that somebody vouches for. */
    TIME("the time service");

    private final String words;

    Dependency(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
