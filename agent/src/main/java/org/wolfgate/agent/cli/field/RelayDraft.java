package org.wolfgate.agent.cli.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wolfgate.agent.bringup.SiteFileText;

/** A relay bank as far as it was described. */
final class RelayDraft {

    private final String provider;
    private final List<RelayContact> contacts = new ArrayList<>();

    RelayDraft(String provider) {
        this.provider = provider;
    }

    void add(RelayContact contact) {
        contacts.add(contact);
    }

    boolean knows(String contact) {
        return contacts.stream().anyMatch(one -> one.name().equals(contact));
    }

    /**
     * A GPIO line that nothing uses yet.
     *
     * @throws IllegalArgumentException if it is none, or is taken
     */
    String freeLine(String text) {
        if (!text.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no line number; on a Raspberry Pi write the BCM number");
        }
        contacts.stream()
                .filter(contact -> lines(contact).anyMatch(text::equals))
                .findFirst()
                .ifPresent(contact -> {
                    throw new IllegalArgumentException("line " + text + " is taken by contact " + contact.name());
                });
        return text;
    }

    private static Stream<String> lines(RelayContact contact) {
        return Stream.concat(Stream.of(contact.output()), contact.feedback().stream())
                .map(keys -> keys.get("line"))
                .filter(Objects::nonNull);
    }

    /** The keys of the bank in a configuration file. */
    Map<String, String> keys() {
        return keys(contacts);
    }

    /** The same with some contacts only, so that a test of one plant leaves the others' relays alone. */
    Map<String, String> keys(List<RelayContact> some) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("family", "gpio");
        keys.put("provider", provider);
        keys.put(
                "outputs",
                some.stream()
                        .map(one -> one.name() + ": {" + SiteFileText.keys(one.output()) + "}")
                        .collect(Collectors.joining(", ", "{", "}")));
        String inputs = some.stream()
                .flatMap(one -> one.feedback().stream()
                        .map(wired -> one.feedbackName() + ": {" + SiteFileText.keys(wired) + "}"))
                .collect(Collectors.joining(", "));
        if (!inputs.isEmpty()) {
            keys.put("inputs", "{" + inputs + "}");
        }
        return keys;
    }
}
