package org.wolfgate.agent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.wolfgate.agent.control.GeneratorView.Standing;

/** When the generators behind a node are told again: at each change, and at intervals for the money. */
final class SignalPace {

    /** How old what a generator reads may be while the agent lives. */
    static final long AGAIN_SECONDS = 10;

    private final Map<String, Told> told = new HashMap<>();

    private record Told(Standing standing, long nanos) {}

    /** The nodes whose generators are to be told now; they count as told. */
    Set<String> due(Map<String, Standing> standings, long nanos) {
        Set<String> due = new HashSet<>();
        standings.forEach((node, standing) -> {
            Told last = told.get(node);
            boolean old = last == null || nanos - last.nanos() >= TimeUnit.SECONDS.toNanos(AGAIN_SECONDS);
            if (old || !last.standing().equals(standing)) {
                told.put(node, new Told(standing, nanos));
                due.add(node);
            }
        });
        return due;
    }

    /** What a node is owed has changed. */
    void forget(String node) {
        told.remove(node);
    }
}
