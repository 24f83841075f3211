package org.wolfgate.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wolfgate.agent.VerdictSeal;
import org.wolfgate.agent.VerdictSeal.Doubtful;
import org.wolfgate.agent.VerdictSeal.Genuine;
import org.wolfgate.agent.trust.KeySet;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.agent.trust.TrustStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wolfgate verify RECORD --keys FILE}: checks a verdict offline. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks offline that a verdict is the substation's own and unchanged.")
final class VerifyVerb implements Callable<Integer> {

    @Parameters(
            paramLabel = "RECORD",
            description = "a file with the verdict, or with the record message around it, byte for byte as it came")
    private Path record = Path.of("");

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description = "the substation's public keys, NAME.jwks; NAME is the substation")
    private Path keys = Path.of("");

    @Option(names = "--substation", paramLabel = "NAME", description = "the substation, if the file is named otherwise")
    private String substation = "";

    @Override
    public Integer call() {
        VerdictSeal.Finding finding;
        try {
            TrustStore store = TrustStore.of(Map.of(name(), KeySet.load(keys)));
            // A verdict is judged by the keys of its own time: a key that was replaced since still speaks for it.
            finding = VerdictSeal.check(Files.readString(record), store, Instant.EPOCH);
        } catch (TrustException e) {
            throw new IllegalArgumentException(e.text(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("reading " + record + ": " + e, e);
        }
        if (finding instanceof Doubtful doubtful) {
            System.out.println(record + ": NOT GENUINE: " + doubtful.reason());
            return Main.BAD_INPUT;
        }
        Genuine genuine = (Genuine) finding;
        System.out.println(record + ": genuine, signed by " + genuine.signer() + " with key " + genuine.keyId());
        System.out.println(story(genuine.verdict()));
        return 0;
    }

    private String name() {
        if (!substation.isEmpty()) {
            return substation;
        }
        String file = String.valueOf(keys.getFileName());
        return file.endsWith(".jwks") ? file.substring(0, file.length() - ".jwks".length()) : file;
    }

    private static String story(ObjectNode verdict) {
        String version = verdict.has("version") ? ", version " + text(verdict, "version") : "";
        String money = "compensation " + text(verdict, "compensation") + " (" + text(verdict, "compensation_state")
                + version + ")"
                + (verdict.has("replaces") ? ", before " + text(verdict.path("replaces"), "compensation") : "");
        String order = "order " + text(verdict, "order") + " on node " + text(verdict, "node") + ", "
                + text(verdict, "in_force_since") + " to " + text(verdict, "ended_at") + ": ";
        if (verdict.has("unit")) {
            return order + "unit " + text(verdict, "unit") + " stood back " + text(verdict, "curtailed_wh") + " Wh, "
                    + money;
        }
        return order + "cap " + text(verdict, "cap_kw") + " kW, " + text(verdict, "outcome") + ", "
                + text(verdict, "energy_above_cap_wh") + " Wh +/- "
                + text(verdict, "energy_above_cap_uncertainty_wh") + " Wh above the cap, " + money;
    }

    private static String text(JsonNode verdict, String field) {
        return verdict.path(field).asText();
    }
}
