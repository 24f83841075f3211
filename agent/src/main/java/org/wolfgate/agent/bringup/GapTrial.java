package org.wolfgate.agent.bringup;

import java.time.Duration;

/**
 * What became of requests that came a fixed pause after the answer before.
 *
 * @param gap the pause
 * @param asked requests sent, 1 or more
 * @param answered requests with a good answer
 * @param median round trip of the good ones; zero if there were none
 */
public record GapTrial(Duration gap, int asked, int answered, Duration median) {

    public GapTrial {
        if (asked < 1 || answered < 0 || answered > asked) {
            throw new IllegalArgumentException(answered + " of " + asked + " requests answered");
        }
    }

    boolean clean() {
        return asked == answered;
    }
}
