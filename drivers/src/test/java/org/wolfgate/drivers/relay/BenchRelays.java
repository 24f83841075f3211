package org.wolfgate.drivers.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.drivers.Reading;

/** Relays on a bench: coils that can burn out, contacts that can weld, and a feedback contact at each. */
final class BenchRelays implements RelayBank {

    final Map<String, Boolean> coils = new HashMap<>();
    final List<String> story = new ArrayList<>();
    final Set<String> dead = new HashSet<>();
    final Set<String> welded = new HashSet<>();
    boolean cut;

    @Override
    public Optional<String> set(RelayOutput output, boolean energised) {
        if (cut || dead.contains(output.name())) {
            return Optional.of("relay bank bench, " + output.name() + ": the line cannot be driven");
        }
        Boolean before = coils.put(output.name(), energised);
        if (before == null || before != energised) {
            story.add(output.name() + (energised ? " energised" : " released"));
        }
        return Optional.empty();
    }

    @Override
    public Reading<Boolean> feedback(String input) {
        String output = input.substring("at-".length());
        return cut ? Reading.missing("the feedback contact cannot be read") : Reading.good(closed(output));
    }

    /** Whether the relay has pulled, which is what the plant sees. */
    boolean closed(String output) {
        return welded.contains(output) || coils.getOrDefault(output, false);
    }

    @Override
    public void close() {}
}
