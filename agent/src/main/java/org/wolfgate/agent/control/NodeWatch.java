package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.CapRule;
import org.wolfgate.agent.curtailment.CapRule.Ruling;
import org.wolfgate.agent.curtailment.CapState;
import org.wolfgate.agent.curtailment.Dependency;
import org.wolfgate.agent.curtailment.FailSafePolicy;
import org.wolfgate.agent.curtailment.Situation;
import org.wolfgate.agent.curtailment.Situation.LocalLimit;
import org.wolfgate.agent.orders.CurtailmentOrder;

/** Watches what a node needs, and keeps the cap that is in force on it. */
final class NodeWatch {

    private final NodeSettings settings;
    private final Map<Dependency, Instant> lastGood = new EnumMap<>(Dependency.class);
    private CapState state;
    private Optional<Instant> lastWord;
    private Cap cap = Cap.NONE;
    private Optional<Cap> shown;

    NodeWatch(NodeSettings settings, NodeState resumed) {
        this.settings = settings;
        this.state = resumed.cap();
        this.lastWord = resumed.lastWord();
        this.shown = resumed.shown();
    }

    CapState state() {
        return state;
    }

    Optional<Instant> lastWord() {
        return lastWord;
    }

    /** The cap as it was last put on record. */
    Optional<Cap> shown() {
        return shown;
    }

    /** The cap as of the last decision. */
    Cap cap() {
        return cap;
    }

    /** A good word of something that the node needs. */
    void good(Dependency dependency, Instant now) {
        lastGood.put(dependency, now);
        if (dependency == Dependency.UPSTREAM) {
            lastWord = Optional.of(now);
        }
    }

    /**
     * The clock was set. By the new reckoning an order may be over whose end nobody saw; until the ISO is heard it is held
     * all the same, for no step of a clock releases a cap.
     */
    void clockSet(Instant before, Instant after) {
        Duration step = Duration.between(before, after);
        lastGood.replaceAll((dependency, at) -> at.plus(step));
        state = state.moved(step);
        lastWord = Optional.empty();
    }

    /** Decides which cap is in force now. */
    Cap decide(Optional<CurtailmentOrder> order, List<LocalLimit> local, Instant now, Effects effects) {
        for (Dependency each : Dependency.values()) {
            lastGood.putIfAbsent(each, now);
        }
        FailSafePolicy policy = settings.failSafe();
        boolean silent = lastWord.isEmpty() || policy.silent(lastWord.get(), now);
        Situation situation = new Situation(settings.rating(), order, local, Map.copyOf(lastGood), silent);
        Ruling ruling = CapRule.next(state, situation, policy, now);
        state = ruling.state();
        cap = ruling.cap();
        tell(now, effects);
        return cap;
    }

    /** Puts on record what changes in words: what is lost, how far down the ladder the node is, which gate holds it. */
    private void tell(Instant now, Effects effects) {
        Cap before = shown.orElse(Cap.NONE);
        what(before).ifPresent(what -> {
            String limit = cap.limit().map(watts -> "cap " + watts).orElse("no cap");
            effects.record(new Note(now, what, "node " + settings.id() + ", " + limit + ": " + cap.why()));
        });
        shown = Optional.of(cap);
    }

    private Optional<String> what(Cap before) {
        if (!cap.failSafe().equals(before.failSafe())) {
            return Optional.of(cap.failSafe().isPresent() ? "fail-safe entered" : "fail-safe left");
        }
        boolean further = cap.rung().isPresent() && !cap.rung().equals(before.rung());
        return further ? Optional.of("fail-safe goes on") : Optional.empty();
    }
}
