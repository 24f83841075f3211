package org.wolfgate.drivers.gpio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.drivers.relay.RelayOutput;
import org.wolfgate.drivers.relay.RelayOutput.AtStop;
import org.wolfgate.drivers.relay.RelayOutput.Duty;

/**
 * What the service manager shall do with the lines after this process: a JVM that was killed leaves every relay where it
 * was, so its state at stop must be restored from outside. One line for each output, {@code LINE=LEVEL}, in a file
 * {@code NAME.relays} of the folder in {@code $RUNTIME_DIRECTORY}; {@code systemd/relays-to-safe} reads it.
 */
final class SafeStateFile {

    private static final Logger LOG = LoggerFactory.getLogger(SafeStateFile.class);

    private SafeStateFile() {}

    static void write(String name, Collection<RelayOutput> outputs) {
        Optional.ofNullable(System.getenv("RUNTIME_DIRECTORY"))
                .ifPresent(folder -> write(Path.of(folder, name + ".relays"), outputs));
    }

    static void write(Path file, Collection<RelayOutput> outputs) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, text(outputs));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error(
                    "the relays' safe state could not be written to {}: after a crash they stay where they are: {}",
                    file,
                    e.toString());
        }
    }

    /** The lines are set one after another: what curtails comes first, so that no plant is free in between. */
    private static String text(Collection<RelayOutput> outputs) {
        return outputs.stream()
                .filter(output -> output.atStop() != AtStop.KEEP)
                .sorted(Comparator.comparing((RelayOutput output) -> !curtails(output))
                        .thenComparing(RelayOutput::line))
                .map(output -> output.line() + "=" + (output.high(energised(output)) ? 1 : 0) + "\n")
                .collect(Collectors.joining());
    }

    private static boolean curtails(RelayOutput output) {
        return energised(output) == (output.duty() == Duty.CURTAIL);
    }

    private static boolean energised(RelayOutput output) {
        return output.atStop() == AtStop.ENERGISED;
    }
}
