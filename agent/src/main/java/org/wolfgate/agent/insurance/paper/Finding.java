package org.wolfgate.agent.insurance.paper;

/**
 * One published item and what we make of it.
 *
 * @param item what it is, with its equation number
 * @param published as in the paper
 * @param ours as recomputed, with the exact fraction where there is one
 * @param verdict how the two compare
 * @param why one line for an item that is not simply right; empty otherwise
 */
public record Finding(String item, String published, String ours, Verdict verdict, String why) {

    static Finding agrees(String item, String published, String ours, boolean equal) {
        return new Finding(item, published, ours, equal ? Verdict.AGREES : Verdict.DIFFERS, "");
    }

    /** The same finding with a line of explanation. */
    Finding because(String line) {
        return new Finding(item, published, ours, verdict, line);
    }

    /** A finding that is wrong in the paper: if ours agreed after all, that would be the fault. */
    static Finding corrected(String item, String published, String ours, boolean differs, String why) {
        return new Finding(item, published, ours, differs ? Verdict.CORRECTED : Verdict.DIFFERS, why);
    }
}
