package org.wolfgate.agent.cli;

/** One line per event on standard error, where the journal picks it up and adds the time. */
final class Logs {

    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

    private Logs() {}

    static void toOneLine() {
        if (System.getProperty(FORMAT) == null) {
            System.setProperty(FORMAT, "%4$s: %5$s%6$s%n");
        }
    }
}
