package org.wolfgate.agent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.GeneratorView.Standing;
import org.wolfgate.agent.control.Substation;

/** Tells generators when there is news for them, and the flight recorder of each other cap. */
final class GeneratorNews {

    private final SignalPace pace = new SignalPace();
    private final FlightTap flight;
    private final Consumer<List<GeneratorView>> listener;

    GeneratorNews(FlightTap flight, Consumer<List<GeneratorView>> listener) {
        this.flight = flight;
        this.listener = listener;
    }

    /** Looks at what came of some events. */
    void look(Substation substation, Effects effects, Instant now, long nanos) {
        for (AgentRecord record : effects.records()) {
            if (record instanceof AgentRecord.OrderClosed closed) {
                pace.forget(closed.verdict().order().node());
            }
        }
        Map<String, Standing> standings = substation.standings(now);
        flight.caps(standings, now);
        Set<String> due = pace.due(standings, nanos);
        if (!due.isEmpty()) {
            listener.accept(substation.generators(due, now));
        }
    }
}
