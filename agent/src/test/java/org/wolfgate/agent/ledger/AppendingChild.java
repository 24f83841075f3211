package org.wolfgate.agent.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wolfgate.agent.clock.BootId;

/** A process of its own that appends as fast as it can, and says after each append what it was promised. */
final class AppendingChild {

    private AppendingChild() {}

    /** {@code args[0]} is the ledger's directory. Runs until it is killed. */
    public static void main(String[] args) {
        Ledger ledger = Ledger.open(Path.of(args[0]), BootId.fresh());
        while (true) {
            String state = Long.toString(ledger.last() + 1);
            long last = ledger.append(List.of(Samples.interval((int) ledger.last())), Map.of("last", state));
            System.out.println(last);
        }
    }
}
