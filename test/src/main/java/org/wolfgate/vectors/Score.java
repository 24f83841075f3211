package org.wolfgate.vectors;

import java.io.PrintStream;

/** Counts checks and prints each failure with what was expected and what came out. */
final class Score {

    private final PrintStream out;
    private int passed;
    private int failed;

    Score(PrintStream out) {
        this.out = out;
    }

    /** Scores one case: passes if the difference is empty. */
    void record(String caseId, String difference) {
        if (difference.isEmpty()) {
            passed++;
        } else {
            failed++;
            out.println("FAIL " + caseId + ": " + difference);
        }
    }

    boolean allPassed() {
        return failed == 0;
    }

    String summary() {
        return passed + " passed, " + failed + " failed";
    }
}
