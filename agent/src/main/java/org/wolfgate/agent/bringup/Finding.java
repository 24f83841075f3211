package org.wolfgate.agent.bringup;

/**
 * One thing that was checked.
 *
 * @param seen what was seen, with its figures
 * @param advice what to do; empty if nothing
 */
public record Finding(Grade grade, String seen, String advice) {

    /** How much a finding matters. */
    public enum Grade {
        OK("ok"),
        /** Could not be judged, or is worth knowing. */
        NOTE("note"),
        /** Wrong until somebody shows otherwise. */
        FAULT("FAULT");

        private final String word;

        Grade(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static Finding ok(String seen) {
        return new Finding(Grade.OK, seen, "");
    }

    static Finding note(String seen, String advice) {
        return new Finding(Grade.NOTE, seen, advice);
    }

    static Finding fault(String seen, String advice) {
        return new Finding(Grade.FAULT, seen, advice);
    }

    /** The same with more that was seen. */
    public Finding and(String more) {
        return new Finding(grade, seen + "; " + more, advice);
    }

    public boolean isFault() {
        return grade == Grade.FAULT;
    }
}
