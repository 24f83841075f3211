package org.wolfgate.agent.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.config.SubstationConfig.ContactConfig;
import org.wolfgate.agent.metering.IslandingContact;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code contacts}, and the lists {@code islanded-by} that name them. */
final class ContactKeys {

    private static final Duration LONGEST_HOLD = Duration.ofHours(1);

    private final Map<String, ContactConfig> contacts = new LinkedHashMap<>();
    private final Set<String> named = new TreeSet<>();
    private final List<String> everywhere;

    /** Reads the contacts; each is added to its line. */
    ContactKeys(Section root, Map<String, LineSettings> lines) {
        root.optionalSection("contacts").ifPresent(all -> {
            for (String id : all.names()) {
                all.optionalSection(id).ifPresent(keys -> {
                    try (keys) {
                        contact(Values.name(id), keys, lines);
                    } catch (IllegalArgumentException e) {
                        keys.problem(String.valueOf(e.getMessage()), "rename it");
                    }
                });
            }
        });
        this.everywhere = root.list("islanded-by", this::known);
    }

    List<ContactConfig> all() {
        return List.copyOf(contacts.values());
    }

    /** Those of the whole substation and the node's own. */
    List<IslandingContact> of(Section node) {
        Set<String> names = new LinkedHashSet<>(everywhere);
        names.addAll(node.list("islanded-by", this::known));
        return names.stream()
                .flatMap(name -> Optional.ofNullable(contacts.get(name)).stream())
                .map(ContactConfig::rule)
                .toList();
    }

    /** A contact that nobody goes by is a slip of the pen, and would be read for nothing. */
    void requireNamed(Section root) {
        contacts.keySet().stream()
                .filter(id -> !named.contains(id))
                .forEach(id -> root.problemAt(
                        "contacts",
                        "contact '" + id + "' is named nowhere",
                        "list it under 'islanded-by', or leave it out"));
    }

    private void contact(String id, Section keys, Map<String, LineSettings> lines) {
        String line = keys.require("line", text -> line(text, lines.keySet()), "");
        Duration poll = keys.optional("poll", Values::duration).orElse(Duration.ofSeconds(1));
        boolean closed = keys.require("islanded-when", ContactKeys::closed, false);
        Duration holds = keys.optional("holds", Values::duration).orElse(Duration.ofMinutes(1));
        if (poll.isZero() || holds.compareTo(poll.multipliedBy(3)) < 0 || holds.compareTo(LONGEST_HOLD) > 0) {
            keys.problem(
                    "a reading that holds " + holds.toSeconds() + " s, with a look every " + poll.toSeconds() + " s",
                    "let 'holds' be at least three times 'poll', and at most 1 h");
        }
        if (lines.containsKey(line)) {
            lines.computeIfPresent(line, (name, settings) -> settings.withContact(id, keys));
        } else {
            keys.names();
        }
        if (holds.toMillis() > 0) {
            contacts.put(id, new ContactConfig(new IslandingContact(id, closed, holds), line, poll));
        }
    }

    private String known(String name) {
        if (!contacts.containsKey(name)) {
            throw new IllegalArgumentException("no contact '" + name + "'; there are: " + contacts.keySet());
        }
        named.add(name);
        return name;
    }

    private static String line(String name, Set<String> lines) {
        if (!lines.contains(name)) {
            throw new IllegalArgumentException(
                    "no line '" + name + "'; there are: " + String.join(", ", new TreeSet<>(lines)));
        }
        return name;
    }

    private static boolean closed(String text) {
        return switch (text) {
            case "open" -> false;
            case "closed" -> true;
            default ->
                throw new IllegalArgumentException("'" + text + "' is no state of a contact: write open or closed");
        };
    }
}
