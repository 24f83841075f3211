package org.wolfgate.agent.cli.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.relay.RelayBank;
import org.wolfgate.drivers.relay.RelayOutput;
import org.wolfgate.drivers.relay.RelayStep;

/** Relays with auxiliary contacts, and the plant behind them: it sees which have pulled, not which were commanded. */
final class WiredRelays implements RelayBank {

    final List<String> story = new ArrayList<>();
    final Set<String> stuck = new HashSet<>();
    private final Set<String> pulled = new HashSet<>();

    @Override
    public Optional<String> set(RelayOutput output, boolean energised) {
        String name = output.name();
        if (!stuck.contains(name) && energised != pulled.contains(name)) {
            story.add(name + (energised ? " pulls" : " drops"));
            if (energised) {
                pulled.add(name);
            } else {
                pulled.remove(name);
            }
        }
        return Optional.empty();
    }

    @Override
    public Reading<Boolean> feedback(String input) {
        return Reading.good(pulled.contains(input.substring("at-".length())));
    }

    /** What the plant may inject by the contacts that have pulled. */
    ActivePower allowed(ActivePower rating, List<RelayStep> steps) {
        return steps.stream()
                .filter(step -> pulled.contains(step.output().name()))
                .map(step -> step.limit(rating))
                .reduce(rating, ActivePower::min);
    }

    @Override
    public void close() {}
}
