package org.wolfgate.drivers;

import java.util.BitSet;

/**
 * Whether the pause before each request has become too short for a device in service. A device that ages, or whose firmware
 * was changed, begins to lose the requests that come right after the pause, long before it looks dead (evcc-io/evcc#31996).
 * Only an answer lost between two that came counts: a device that is away, or switched off, says nothing about its pause.
 * Where requests that come after a longer rest are lost as often, the line is noisy and a longer pause does not help.
 */
public final class GapMargin {

    private static final int ENOUGH = 100;
    private static final int ENOUGH_RESTED = 20;

    private final Tally hurried = new Tally();
    private final Tally rested = new Tally();
    private Tally lastOf = hurried;
    private int silences;
    private boolean low;

    /** What became of the last requests of one kind, at most 200. */
    private static final class Tally {

        private static final int WINDOW = 200;

        private final BitSet losses = new BitSet(WINDOW);
        private int next;
        private int count;

        void add(boolean lost) {
            losses.set(next, lost);
            next = (next + 1) % WINDOW;
            count = Math.min(count + 1, WINDOW);
        }

        int lost() {
            return losses.cardinality();
        }
    }

    /**
     * A request was made.
     *
     * @param atGap whether it came as soon as the pause allowed
     * @param answered whether an answer came that can be trusted, be it a refusal
     */
    public synchronized void asked(boolean atGap, boolean answered) {
        Tally kind = atGap ? hurried : rested;
        if (!answered) {
            lastOf = kind;
            silences++;
            return;
        }
        if (silences == 1) {
            lastOf.add(true);
        }
        silences = 0;
        kind.add(false);
        low = low ? !isWell() : isLosing();
    }

    /** At least 3 % of the hurried requests, and at least twice as many as of the others. */
    private boolean isLosing() {
        boolean many = hurried.count >= ENOUGH && hurried.lost() * 100 >= hurried.count * 3;
        boolean noise = rested.count >= ENOUGH_RESTED
                && 2L * rested.lost() * hurried.count > (long) hurried.lost() * rested.count;
        return many && !noise;
    }

    /** At most 1 %: clearly below where the warning begins. */
    private boolean isWell() {
        return hurried.lost() * 100 <= hurried.count;
    }

    /** Whether the pause should be measured again and made longer. */
    public synchronized boolean isLow() {
        return low;
    }

    /** In words, such as {@code 8 of the last 200 requests right at the gap got no answer}. */
    public synchronized String words() {
        return hurried.lost() + " of the last " + hurried.count + " requests right at the gap got no answer, "
                + rested.lost() + " of " + rested.count + " after a longer rest";
    }
}
