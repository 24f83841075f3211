package org.wolfgate.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.trust.Issuer;
import org.wolfgate.agent.trust.Rights;
import org.wolfgate.agent.trust.TrustSettings;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code trust}: whose messages are believed, and the substation's own key. */
final class TrustKeys {

    private static final String SIGNED = "signed";
    private static final String BENCH = "unsigned-bench";

    private final Path folder;
    private final Set<String> nodes;

    /**
     * A reader.
     *
     * @param folder that relative paths begin at
     * @param nodes the substation's own
     */
    TrustKeys(Path folder, Set<String> nodes) {
        this.folder = folder;
        this.nodes = nodes;
    }

    TrustSettings read(Section root) {
        try (Section trust = root.section("trust")) {
            String orders = trust.require("orders", TrustKeys::mode, BENCH);
            Optional<Path> key = trust.optional("key", folder::resolve);
            List<Issuer> issuers = new ArrayList<>();
            trust.optionalSection("issuers").ifPresent(all -> {
                try (all) {
                    issuers.addAll(issuers(all));
                }
            });
            boolean signed = orders.equals(SIGNED);
            if (signed && issuers.isEmpty()) {
                trust.problem("nobody may order", "name at least one under 'issuers', or write orders: " + BENCH);
            }
            if (signed && key.isEmpty()) {
                trust.problem(
                        "the substation has no key to sign its verdicts with",
                        "make one with wolfgate keys make and name its file as 'key'");
            }
            return new TrustSettings(signed, key, issuers);
        }
    }

    private List<Issuer> issuers(Section all) {
        List<Issuer> issuers = new ArrayList<>();
        for (String name : all.names()) {
            all.optionalSection(name).ifPresent(keys -> {
                try (keys) {
                    Set<String> may = new TreeSet<>(new HashSet<>(keys.list("nodes", this::known)));
                    boolean market = keys.optional("market", TrustKeys::yes).orElse(false);
                    Path file = keys.require("keys", folder::resolve, folder);
                    issuers.add(new Issuer(name, file, new Rights(may, market)));
                }
            });
        }
        return issuers;
    }

    private String known(String node) {
        if (!nodes.contains(node)) {
            throw new IllegalArgumentException("no node '" + node + "'; there are: " + String.join(", ", nodes));
        }
        return node;
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    private static String mode(String text) {
        if (!text.equals(SIGNED) && !text.equals(BENCH)) {
            throw new IllegalArgumentException("'" + text + "' is neither '" + SIGNED + "' nor '" + BENCH + "'");
        }
        return text;
    }
}
