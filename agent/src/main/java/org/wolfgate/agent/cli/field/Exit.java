package org.wolfgate.agent.cli.field;

/** Exit codes of the technician's verbs; bad input is 1 for every verb. */
final class Exit {

    /** Done, and all is as it should be. */
    static final int FINE = 0;

    /** Done, but a device did not answer, refused, or is not as it should be. */
    static final int NOT_FINE = 2;

    static final String HELP = "Exit code: 0 fine, 1 bad input, 2 no answer or not as it should be.";

    private Exit() {}
}
