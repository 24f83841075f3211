package org.wolfgate.drivers.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.Reading;

/**
 * A plant that obeys relay contacts, or a generator that is told by them. Contacts move break before make, and only those
 * that have to. A cap between two steps takes the lower one.
 */
public final class RelayLimit implements PowerLimit {

    private static final Duration LOOK = Duration.ofMillis(10);

    /** How often a release that waits for the dwell to pass is tried again. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final String label;
    private final RelayBank bank;
    private final RelayTable table;
    private final RelayTiming timing;
    private final Dwell dwell;
    private Optional<ActivePower> told = Optional.empty();
    private Optional<RelayStep> speaking = Optional.empty();
    private final Set<RelayStep> set = new HashSet<>();

    /**
     * Steps that were not moved yet.
     *
     * @param label whom they tell, for messages, such as "plant old-wind"
     * @param steps at least one
     * @param rating what 100 % means
     */
    public RelayLimit(String label, RelayBank bank, List<RelayStep> steps, ActivePower rating, RelayTiming timing) {
        this.label = label;
        this.bank = bank;
        this.table = new RelayTable(steps, rating);
        this.timing = timing;
        this.dwell = new Dwell(timing.dwell(), timing.nanos());
    }

    @Override
    public Reading<ActivePower> apply(ActivePower cap) {
        told = Optional.of(cap);
        ActivePower wanted = cap.max(ActivePower.ZERO);
        Optional<RelayStep> step = next(wanted);
        boolean moves = !speaking.equals(step);
        Optional<String> failure = move(step);
        if (moves) {
            dwell.begin();
        }
        if (failure.isPresent()) {
            return Reading.missing(label + ": " + failure.get());
        }
        ActivePower limit = limit(step);
        Reading<ActivePower> held = settled(limit);
        return limit.compareTo(wanted) <= 0 || cap.compareTo(table.rating()) >= 0
                ? held
                : Reading.suspect(
                        limit,
                        label + ": its strictest step is " + limit + ", above the cap of " + wanted
                                + "; wire a step of 0 % or curtail it otherwise");
    }

    private Optional<RelayStep> next(ActivePower wanted) {
        Optional<RelayStep> step = table.forCap(wanted);
        return dwell.keeps(limit(speaking), limit(step)) ? speaking : step;
    }

    private ActivePower limit(Optional<RelayStep> step) {
        return table.limit(one -> step.filter(one::equals).isPresent());
    }

    /** Only a dwell needs it: a release that had to wait is carried out when it has passed. */
    @Override
    public Optional<Duration> refreshPeriod() {
        return timing.dwell().isZero() ? Optional.empty() : Optional.of(AGAIN);
    }

    @Override
    public Reading<ActivePower> refresh() {
        return told.filter(cap -> !table.forCap(cap.max(ActivePower.ZERO)).equals(speaking))
                .map(this::apply)
                .orElseGet(this::readBack);
    }

    /** Breaks, waits, makes. If a contact cannot be made, the strictest one that can be is tried instead. */
    private Optional<String> move(Optional<RelayStep> target) {
        List<RelayStep> breaks = new ArrayList<>(table.steps());
        target.ifPresent(breaks::remove);
        boolean moves = !speaking.equals(target);
        for (RelayStep step : breaks) {
            Optional<String> failure = say(step, false);
            if (failure.isPresent()) {
                return failure;
            }
        }
        if (moves && speaking.isPresent() && target.isPresent()) {
            timing.pause().accept(timing.gap());
        }
        Optional<String> failure = target.flatMap(step -> say(step, true));
        speaking = failure.isEmpty() ? target : strictestThatMoves();
        return failure;
    }

    private Optional<RelayStep> strictestThatMoves() {
        for (int i = table.steps().size() - 1; i >= 0; i--) {
            RelayStep step = table.steps().get(i);
            if (!step.releases() && say(step, true).isEmpty()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private Optional<String> say(RelayStep step, boolean says) {
        Optional<String> failure = bank.set(step.output(), step.energised(says));
        if (failure.isEmpty()) {
            set.add(step);
        }
        return failure;
    }

    private Reading<ActivePower> settled(ActivePower limit) {
        Reading<ActivePower> seen = confirmed();
        Duration waited = Duration.ZERO;
        while (differs(seen, limit) && waited.compareTo(timing.feedbackWithin()) < 0) {
            timing.pause().accept(LOOK);
            waited = waited.plus(LOOK);
            seen = confirmed();
        }
        if (!seen.isGood() || !differs(seen, limit)) {
            return seen.isGood() ? seen : unconfirmed(limit, seen.reason());
        }
        return Reading.suspect(
                seen.value().orElse(limit),
                label + ": commanded " + limit
                        + ", but the feedback contacts say " + seen.value().orElse(limit)
                        + "; check relay, coil supply and feedback wiring");
    }

    private static boolean differs(Reading<ActivePower> seen, ActivePower limit) {
        return seen.value().filter(value -> !value.equals(limit)).isPresent();
    }

    private boolean hasFeedback() {
        return table.steps().stream().allMatch(step -> step.feedback().isPresent());
    }

    private Reading<ActivePower> unconfirmed(ActivePower limit, String reason) {
        return hasFeedback() ? Reading.missing(reason) : Reading.substituted(limit, reason);
    }

    /** The limit by the feedback contacts, whatever was commanded. */
    private Reading<ActivePower> confirmed() {
        if (!hasFeedback()) {
            String without = table.steps().stream()
                    .filter(step -> step.feedback().isEmpty())
                    .map(step -> step.output().name())
                    .collect(Collectors.joining(", "));
            return Reading.missing(label + ": commanded, not confirmed: no feedback contact at " + without);
        }
        Set<RelayStep> speak = new HashSet<>();
        for (RelayStep step : table.steps()) {
            Reading<Boolean> contact = step.feedback().map(bank::feedback).orElseThrow();
            if (!contact.isGood()) {
                return Reading.missing(label + ": " + contact.reason());
            }
            contact.value().filter(step::says).ifPresent(energised -> speak.add(step));
        }
        return Reading.good(table.limit(speak::contains));
    }

    /** Every limit that can be commanded, from the rating down. */
    public List<ActivePower> limits() {
        Stream<ActivePower> steps = table.steps().stream().map(step -> step.limit(table.rating()));
        return Stream.concat(Stream.of(table.rating()), steps).distinct().toList();
    }

    /** What was commanded and what the feedback contacts confirm. */
    public RelayState state() {
        boolean allSet = set.containsAll(table.steps());
        return new RelayState(allSet ? Optional.of(limit(speaking)) : Optional.empty(), confirmed());
    }

    @Override
    public Reading<ActivePower> readBack() {
        RelayState state = state();
        if (state.confirmed().isGood()) {
            return state.confirmed();
        }
        return state.commanded()
                .map(limit -> unconfirmed(limit, state.confirmed().reason()))
                .orElse(state.confirmed());
    }
}
