package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Event.LoadingArrived;
import org.wolfgate.agent.metering.Interval;

/** Takes the ISO's loadings in, and has the intervals that waited for one priced anew. */
final class LoadingNews {

    /** Late loadings come in a row; an interval is priced anew once the row has passed its end, or is over. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    /** The record tells of so many gates that it does not take, of each once: loadings come every few seconds. */
    private static final int MOST_TOLD = 100;

    private final GateLoadings loadings;
    private final Set<String> told = new HashSet<>();
    private Optional<Instant> lastArrival = Optional.empty();

    LoadingNews(GateLoadings loadings) {
        this.loadings = loadings;
    }

    void take(LoadingArrived arrived, Collection<NodeControl> nodes, Instant now, Effects effects) {
        Optional<PricedGate> gate = loadings.gate(arrived.gate());
        if (gate.isEmpty()) {
            refuse("loading of unknown flowgate '" + arrived.gate() + "'", now, effects);
        } else if (gate.get().local()) {
            refuse("loading of flowgate '" + arrived.gate() + "', which is metered here", now, effects);
        } else {
            loadings.accept(arrived.gate(), arrived.measuredAt(), arrived.loading(), now);
            lastArrival = Optional.of(now);
            reprice(interval -> !arrived.measuredAt().isBefore(interval.end()), nodes, effects);
        }
    }

    /** Time passed: a row of late loadings may be over. */
    void tick(Collection<NodeControl> nodes, Instant now, Effects effects) {
        if (lastArrival.filter(at -> !at.plus(QUIET).isAfter(now)).isPresent()) {
            lastArrival = Optional.empty();
            reprice(interval -> true, nodes, effects);
        }
    }

    private void reprice(Predicate<Interval> complete, Collection<NodeControl> nodes, Effects effects) {
        for (NodeControl node : nodes) {
            String id = node.settings().id();
            node.reprice(
                    w -> w.misses(MissingInput.LOADING)
                            && complete.test(w.trueTime())
                            && !w.loadings()
                                    .keySet()
                                    .containsAll(loadings.over(id, w.trueTime()).keySet()),
                    effects);
        }
    }

    private void refuse(String what, Instant now, Effects effects) {
        if (told.size() < MOST_TOLD && told.add(what)) {
            effects.record(new Note(now, "market message refused", what));
        }
    }
}
