package org.wolfgate.agent.ledger;

import java.nio.file.Path;
import org.wolfgate.agent.clock.BootId;

/** A process of its own on a file system that cannot be written. */
final class ReadOnlyDiskChild {

    private ReadOnlyDiskChild() {}

    /** {@code args[0]} holds a ledger in its folder {@code ledger}. Prints what it sees. */
    public static void main(String[] args) {
        Path directory = Path.of(args[0]).resolve("ledger");
        try {
            Ledger.open(directory, BootId.fresh()).close();
        } catch (LedgerException refused) {
            System.out.println(refused.getMessage());
        }
        try (LedgerReader reader = Ledger.openReadOnly(directory)) {
            System.out.println("read: " + reader.verify().records() + " records");
        }
    }
}
