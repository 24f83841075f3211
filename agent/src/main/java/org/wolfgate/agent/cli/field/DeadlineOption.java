package org.wolfgate.agent.cli.field;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long each answer may take: {@code --deadline}. */
final class DeadlineOption {

    @Option(
            names = "--deadline",
            paramLabel = "MS",
            description = "for each answer, 1 to 60000 ms (default: ${DEFAULT-VALUE})")
    private int millis;

    /** With what a verb waits unless told otherwise, in ms. */
    DeadlineOption(int millis) {
        this.millis = millis;
    }

    /**
     * The deadline.
     *
     * @throws IllegalArgumentException if what was typed is outside 1 ms to 1 min
     */
    Duration get() {
        if (millis < 1 || millis > 60_000) {
            throw new IllegalArgumentException("--deadline " + millis + " is outside 1 to 60000 ms");
        }
        return Duration.ofMillis(millis);
    }
}
