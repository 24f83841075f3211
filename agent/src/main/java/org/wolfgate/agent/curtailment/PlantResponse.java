package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;

/**
 * How the plants behind a node answer a lower limit, learnt from its meter: the time until its power moves, and how fast
 * it moves then. The median of the last nine answers counts, so that clouds and gusts, which look like answers, do not;
 * and nothing is said before there are three. What disturbs an answer, another limit above all, drops it.
 *
 * @param recent the last answers, oldest first
 * @param probe the answer that is awaited
 * @param lastTold when the limit last changed; an answer counts only after a time of quiet
 */
public record PlantResponse(List<Answer> recent, Optional<Probe> probe, Optional<Instant> lastTold) {

    /** Nothing learnt. */
    public static final PlantResponse NEW = new PlantResponse(List.of(), Optional.empty(), Optional.empty());

    private static final int KEPT = 9;
    private static final int ENOUGH = 3;
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Smaller steps drown in what the power does by itself. */
    private static final int LEAST_STEP_OF_RATING = 20;

    /**
     * One answer.
     *
     * @param slewPerSecond positive
     */
    public record Answer(Duration deadTime, ActivePower slewPerSecond) {}

    /**
     * An answer that is awaited.
     *
     * @param from power when the limit was given
     * @param to the limit
     * @param seenAt when the power was last seen
     * @param movedAt when it had moved by a tenth of the way
     */
    public record Probe(Instant toldAt, ActivePower from, ActivePower to, Instant seenAt, Optional<Instant> movedAt) {

        private ActivePower tenth() {
            return new ActivePower((from.watts() - to.watts()) / 10);
        }
    }

    public PlantResponse {
        recent = List.copyOf(recent);
    }

    /** The limit changed; {@code power} is what the node injected then. */
    public PlantResponse told(Instant at, ActivePower power, ActivePower limit, ActivePower rating) {
        boolean quiet = lastTold.filter(last -> at.isBefore(last.plus(QUIET))).isEmpty();
        boolean step = power.watts() - limit.watts() >= rating.watts() / LEAST_STEP_OF_RATING;
        Optional<Probe> next =
                quiet && step ? Optional.of(new Probe(at, power, limit, at, Optional.empty())) : Optional.empty();
        return new PlantResponse(recent, next, Optional.of(at));
    }

    /** The node's meter gave a good power. */
    public PlantResponse saw(Instant at, ActivePower power) {
        if (probe.isEmpty() || !at.isAfter(probe.get().seenAt())) {
            return this;
        }
        Probe pending = probe.get();
        if (at.isAfter(pending.toldAt().plus(LONGEST))) {
            return new PlantResponse(recent, Optional.empty(), lastTold);
        }
        boolean moved = power.compareTo(pending.from().minus(pending.tenth())) <= 0;
        Optional<Instant> movedAt = pending.movedAt().or(() -> moved ? Optional.of(at) : Optional.empty());
        if (movedAt.isPresent() && power.compareTo(pending.to().plus(pending.tenth())) <= 0) {
            return with(answer(pending, movedAt.get(), at));
        }
        Probe later = new Probe(pending.toldAt(), pending.from(), pending.to(), at, movedAt);
        return new PlantResponse(recent, Optional.of(later), lastTold);
    }

    /** A clock step blurs what is awaited; what was learnt stays. */
    public PlantResponse clockSet() {
        return new PlantResponse(recent, Optional.empty(), Optional.empty());
    }

    /** The typical answer; empty until enough were seen. */
    public Optional<Answer> typical() {
        if (recent.size() < ENOUGH) {
            return Optional.empty();
        }
        Duration dead = recent.stream().map(Answer::deadTime).sorted().toList().get(recent.size() / 2);
        // The lower of two middle ones: rather too slow than too fast.
        ActivePower slew =
                recent.stream().map(Answer::slewPerSecond).sorted().toList().get((recent.size() - 1) / 2);
        return Optional.of(new Answer(dead, slew));
    }

    /**
     * How long to wait for a change of power before anything is concluded from it, half as long again as it takes typically;
     * at most ten minutes.
     *
     * @param otherwise while nothing is known
     */
    public Duration settle(ActivePower change, Duration otherwise) {
        return typical()
                .map(answer -> {
                    long slewing = Math.abs(change.watts())
                            * 1000
                            / answer.slewPerSecond().watts();
                    Duration whole = answer.deadTime().plusMillis(slewing);
                    Duration wait = whole.plus(whole.dividedBy(2));
                    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
                })
                .orElse(otherwise);
    }

    private PlantResponse with(Answer answer) {
        List<Answer> more = new ArrayList<>(recent);
        more.add(answer);
        return new PlantResponse(
                more.subList(Math.max(0, more.size() - KEPT), more.size()), Optional.empty(), lastTold);
    }

    /** Where it all happened between two readings, the slew is at least what these show. */
    private static Answer answer(Probe pending, Instant movedAt, Instant arrivedAt) {
        Instant began = movedAt.isBefore(arrivedAt) ? movedAt : pending.seenAt();
        long millis = Math.max(1, Duration.between(began, arrivedAt).toMillis());
        long watts = pending.tenth().watts() * 8 * 1000 / millis;
        return new Answer(Duration.between(pending.toldAt(), movedAt), new ActivePower(Math.max(1, watts)));
    }
}
