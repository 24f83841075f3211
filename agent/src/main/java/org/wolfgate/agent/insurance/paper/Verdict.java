package org.wolfgate.agent.insurance.paper;

/** What became of a published figure. */
public enum Verdict {
    AGREES("agrees"),
    /** Its last digit is cut off where it should have been rounded. */
    AGREES_TRUNCATED("agrees (published figure truncated)"),
    /** The figure comes out only if a condition of the model is ignored. */
    AGREES_ON_CONDITION("agrees only on a condition"),
    /** The published figure or formula is wrong; ours replaces it. */
    CORRECTED("CORRECTED"),
    /** The figure is right for choices that no user would make. */
    NOT_AN_EQUILIBRIUM("CORRECTED: not an equilibrium"),
    /** Ours differs and nothing explains it: a fault of ours. */
    DIFFERS("DIFFERS");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As printed. */
    public String words() {
        return words;
    }
}
