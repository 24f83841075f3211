package org.wolfgate.agent.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the SQLite driver unpacks its library: a folder of this process, removed once the process is dead.
 *
 * <p>Left alone, the driver leaves 1.1 MB in the temporary folder after each kill, and cannot start at all where a
 * hardened unit has none that is writable.
 */
final class Natives {

    private static final String PROPERTY = "org.sqlite.tmpdir";
    private static final String PREFIX = "wolfgate-sqlite-";

    private Natives() {}

    /** Before the first connection of the ledger's owner: in its own directory, which is writable or all is lost. */
    static void forOwner(Path ledgerDirectory) {
        choose(List.of(ledgerDirectory, temporary()));
    }

    /** Before the first connection of one who only looks: in the ledger's directory only if there is no other place. */
    static void forReader(Path ledgerDirectory) {
        choose(List.of(temporary(), ledgerDirectory));
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    // A choice made on the command line, or for an earlier ledger of this process, stays.
    private static synchronized void choose(List<Path> places) {
        places.forEach(Natives::removeLeftovers);
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        places.stream()
                .flatMap(place -> folder(place).stream())
                .findFirst()
                .ifPresent(folder -> System.setProperty(PROPERTY, folder.toString()));
    }

    private static Optional<Path> folder(Path place) {
        try {
            Path folder = Files.createDirectories(
                    place.resolve(PREFIX + ProcessHandle.current().pid()));
            folder.toFile().deleteOnExit();
            return Optional.of(folder);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void removeLeftovers(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            files.filter(Natives::ownerIsDead).forEach(Natives::remove);
        } catch (IOException e) {
            // A place that cannot be listed is no place to clean.
        }
    }

    private static boolean ownerIsDead(Path folder) {
        String name = String.valueOf(folder.getFileName());
        if (!name.matches(PREFIX + "[0-9]{1,10}")) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length()))).isEmpty();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Another user's leftovers stay; they cost space, not correctness.
        }
    }
}
