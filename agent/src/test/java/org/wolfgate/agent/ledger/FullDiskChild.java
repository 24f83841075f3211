package org.wolfgate.agent.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.wolfgate.agent.clock.BootId;

/** A process of its own on a file system of its own: fills it up, frees space, goes on. */
final class FullDiskChild {

    private FullDiskChild() {}

    /** {@code args[0]} is a directory on a small file system. Prints what it sees. */
    public static void main(String[] args) throws IOException {
        Path disk = Path.of(args[0]);
        Path ballast = Files.write(disk.resolve("ballast"), new byte[256 * 1024]);
        try (Ledger ledger = Ledger.open(disk.resolve("ledger"), BootId.fresh())) {
            long last = fill(ledger);
            System.out.println("still readable: " + (ledger.verify().records() == last));
            Files.delete(ballast);
            System.out.println("goes on: " + (ledger.append(Samples.intervals((int) last, 1), Map.of()) == last + 1));
            System.out.println("sound: " + ledger.verify().sound());
        }
    }

    private static long fill(Ledger ledger) {
        while (true) {
            long last = ledger.last();
            try {
                ledger.append(Samples.intervals((int) last, 50), Map.of("last", Long.toString(last + 50)));
            } catch (LedgerException full) {
                System.out.println("refused: " + full.getMessage());
                return last;
            }
        }
    }
}
