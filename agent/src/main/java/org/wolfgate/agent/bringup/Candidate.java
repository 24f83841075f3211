package org.wolfgate.agent.bringup;

import java.util.List;

/**
 * A make of meter that a device may be.
 *
 * @param shift what must be added to the profile's addresses, -1 to 1
 * @param order of the bytes of its numbers
 * @param asProfiled whether the profile fits as it stands: no shift, its own word order
 * @param score 0 to 100; above 60 every quantity looked at is plausible, 100 if the device itself names its make
 * @param why what spoke for and against it, one line each
 */
public record Candidate(
        String profile, String make, int shift, RegisterOrder order, boolean asProfiled, int score, List<String> why) {

    public Candidate {
        why = List.copyOf(why);
    }

    /** This candidate, saying that another reading of the same registers makes nearly as much sense. */
    Candidate orElse(Candidate other) {
        List<String> more = new java.util.ArrayList<>(why);
        more.add("nearly as likely: " + other.correction() + "; compare digits with the display");
        return new Candidate(profile, make, shift, order, asProfiled, score, more);
    }

    /** What to correct before the profile fits; empty if it fits as it stands. */
    public String correction() {
        if (asProfiled) {
            return "";
        }
        String moved = shift == 0
                ? ""
                : "addresses are off by one: " + (shift > 0 ? "add" : "subtract") + " 1 in a copy of the profile";
        String turned = order == RegisterOrder.ABCD && shift != 0 ? "" : "byte order is " + order.words();
        return moved + (moved.isEmpty() || turned.isEmpty() ? "" : "; ") + turned;
    }
}
