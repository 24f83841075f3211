package org.wolfgate.agent.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** One line per event on standard error, where the journal picks it up and adds the time. */
final class Logs {

    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

    /** Held, since the log forgets the level of a logger that nobody holds. Pi4J tells its whole start; we tell what failed. */
    private static final Logger PI4J = Logger.getLogger("com.pi4j");

    private Logs() {}

    static void toOneLine() {
        if (System.getProperty(FORMAT) == null) {
            System.setProperty(FORMAT, "%4$s: %5$s%6$s%n");
        }
        PI4J.setLevel(Level.OFF);
    }
}
