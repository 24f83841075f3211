package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.curtailment.PlantResponse;
import org.wolfgate.drivers.ActivePower;

/** Learns from a node's meter how long its plants take to follow. */
final class NodeResponse {

    /** What to reckon with while nothing is learnt: most inverters ramp within it. */
    private static final Duration UNKNOWN = Duration.ofSeconds(30);

    /** A reading older than this says nothing about where an answer began. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final NodeSettings settings;
    private PlantResponse response;
    private Optional<ActivePower> commanded;
    private Optional<ActivePower> power = Optional.empty();
    private Instant seenAt = Instant.EPOCH;

    NodeResponse(NodeSettings settings, NodeState resumed, Optional<ActivePower> commanded) {
        this.settings = settings;
        this.response = resumed.response().orElse(PlantResponse.NEW);
        this.commanded = commanded;
    }

    /** What survives a restart; an answer under way is not among it, for nobody watched it meanwhile. */
    Optional<PlantResponse> state() {
        return response.recent().isEmpty() ? Optional.empty() : Optional.of(response.clockSet());
    }

    /** How long to wait for a change as large as the node. */
    Duration settle() {
        return response.settle(settings.rating(), UNKNOWN);
    }

    void saw(Instant at, ActivePower seen, Effects effects) {
        boolean known = response.typical().isPresent();
        response = response.saw(at, seen);
        power = Optional.of(seen);
        seenAt = at;
        if (!known) {
            response.typical()
                    .ifPresent(answer -> effects.record(new Note(
                            at,
                            "plant response learnt",
                            "node " + settings.id() + ": dead time "
                                    + answer.deadTime().toMillis() + " ms, then " + answer.slewPerSecond()
                                    + " a second")));
        }
    }

    /** The plants may have been told another limit. */
    void told(Optional<ActivePower> sum, Instant now) {
        if (!sum.equals(commanded) && sum.isPresent()) {
            boolean fresh = !now.isAfter(seenAt.plus(FRESH));
            response = response.told(
                    now, power.filter(seen -> fresh).orElse(ActivePower.ZERO), sum.get(), settings.rating());
        }
        commanded = sum;
    }

    void clockSet() {
        response = response.clockSet();
        seenAt = Instant.EPOCH;
    }
}
