package org.wolfgate.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerCheck;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.Rebases;
import org.wolfgate.agent.ledger.Salvage;
import org.wolfgate.agent.ledger.StoredRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wolfgate ledger verify|export|repair}: looks at a ledger, also while its agent runs, and never changes it. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Verifies, exports or repairs the ledger of an agent; never changes it.")
final class LedgerVerb implements Runnable {

    private static final String DATA = "${env:STATE_DIRECTORY:-data}";
    private static final String DATA_TEXT = "folder of the ledger (default: $$STATE_DIRECTORY, else ./data)";
    private static final int PAGE = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the ledger: verify, export or repair");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Proves that no record is missing or altered.")
    int verify(@Option(names = "--data", paramLabel = "DIR", defaultValue = DATA, description = DATA_TEXT) Path data) {
        try (LedgerReader ledger = Ledger.openReadOnly(data)) {
            LedgerCheck check = ledger.verify();
            if (check.fault().isPresent()) {
                System.out.println("NOT SOUND: " + check.fault().get().what() + "; records up to " + check.records()
                        + " are sound. Keep the file, and see wolfgate ledger repair");
                return Main.BAD_INPUT;
            }
            System.out.println("sound: records " + ledger.first() + " to " + check.records() + ", head " + check.head()
                    + ", acknowledged up to " + ledger.acknowledged());
            return 0;
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Prints the records as lines of JSON, oldest first.")
    int export(
            @Option(names = "--data", paramLabel = "DIR", defaultValue = DATA, description = DATA_TEXT) Path data,
            @Option(
                            names = "--after",
                            paramLabel = "SEQ",
                            defaultValue = "0",
                            description = "only records above this number")
                    long after,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            defaultValue = "",
                            description = "only this kind, such as interval")
                    String kind) {
        try (LedgerReader ledger = Ledger.openReadOnly(data)) {
            long seq = after;
            Rebases rebases = ledger.rebases();
            for (List<StoredRecord> page = ledger.after(seq, PAGE); !page.isEmpty(); page = ledger.after(seq, PAGE)) {
                page.stream()
                        .filter(stored ->
                                kind.isEmpty() || stored.record().kind().equals(kind))
                        .forEach(stored -> print(System.out, stored, rebases.at(stored)));
                seq = page.get(page.size() - 1).seq();
            }
        }
        return 0;
    }

    @Command(
            name = "repair",
            mixinStandardHelpOptions = true,
            description = {
                "Copies everything up to the first record that does not fit into a new folder.",
                "Records behind it that can be read are printed as lines of JSON."
            })
    int repair(
            @Option(names = "--data", paramLabel = "DIR", defaultValue = DATA, description = DATA_TEXT) Path data,
            @Option(names = "--into", paramLabel = "DIR", required = true, description = "a folder without a ledger")
                    Path into) {
        Salvage.Outcome outcome = Salvage.run(data, into);
        outcome.lost().forEach(stored -> print(System.out, stored, stored.at()));
        System.err.println("kept: records up to " + outcome.kept() + " in " + into + "; set aside: "
                + outcome.lost().size()
                + outcome.unreadable()
                        .map(why -> "; not readable further: " + why)
                        .orElse(""));
        return outcome.lost().isEmpty() && outcome.unreadable().isEmpty() ? 0 : Main.BAD_INPUT;
    }

    /** @param at when it became true, as far as is known now */
    private static void print(PrintStream out, StoredRecord stored, Instant at) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode line = mapper.createObjectNode()
                .put("seq", stored.seq())
                .put("boot", stored.boot())
                .put("kind", stored.record().kind())
                .put("key", stored.record().key())
                .put("at", stored.at().toString())
                .put("time_quality", stored.record().timeQuality().name())
                .put("hash", stored.hash());
        if (!at.equals(stored.at())) {
            line.put("at_rebased", at.toString());
        }
        try {
            String head = mapper.writeValueAsString(line);
            // The body stands as it was hashed.
            out.println(head.substring(0, head.length() - 1) + ",\"body\":"
                    + stored.record().body() + "}");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values did not turn into JSON", e);
        }
    }
}
