package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.curtailment.PlantRamps.PlantLevel;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;

/**
 * The set-point of one plant: what it was told and what it confirmed, two different things. A plant never told anything
 * is left as it is until an order comes, so that an agent without memory releases nobody.
 */
final class PlantControl {

    /** How long a plant may take to confirm before it is told again. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final String plant;
    private final String link;
    private Optional<ActivePower> commanded;
    private Optional<Reading<ActivePower>> confirmation = Optional.empty();
    private Optional<Instant> toldAt = Optional.empty();
    private boolean linked = true;

    /**
     * What survives a restart.
     *
     * @param commanded the last command, empty if there never was one
     * @param level where its limit was on its way
     */
    record State(Optional<ActivePower> commanded, Optional<PlantLevel> level) {
        static final State NEW = new State(Optional.empty(), Optional.empty());
    }

    PlantControl(String plant, State resumed) {
        this(plant, "plant link", resumed);
    }

    /**
     * Something else that takes set-points like a plant.
     *
     * @param link what is lost, for records, when it does not answer
     */
    PlantControl(String plant, String link, State resumed) {
        this.plant = plant;
        this.link = link;
        this.commanded = resumed.commanded();
    }

    /** The last command, empty if there never was one. */
    Optional<ActivePower> commanded() {
        return commanded;
    }

    /** Whether this plant was ever told a set-point. */
    boolean everCommanded() {
        return commanded.isPresent();
    }

    /** Sees to it that the plant is told {@code wanted}, again and again until it confirms. */
    void want(ActivePower wanted, Instant now, Effects effects) {
        boolean news = !commanded.equals(Optional.of(wanted));
        // A clock that was set back must not make the plant wait.
        boolean due = toldAt.isEmpty()
                || now.isBefore(toldAt.get())
                || !now.isBefore(toldAt.get().plus(RETRY));
        if (news || (!settled() && due)) {
            commanded = Optional.of(wanted);
            confirmation = Optional.empty();
            toldAt = Optional.of(now);
            effects.command(new SetPoint(plant, wanted));
        }
    }

    /** Takes what the plant confirmed; an answer to an earlier command is of no use. */
    void report(ActivePower answered, Reading<ActivePower> confirmed, Instant now, Effects effects) {
        if (commanded.equals(Optional.of(answered))) {
            confirmation = Optional.of(confirmed);
            link(confirmed, now, effects);
        }
    }

    /**
     * Takes what the plant was seen to hold between commands. A confirmation ends when the plant no longer answers, or
     * holds more than it was told, as one that was restarted does; it is told again then.
     */
    void look(Reading<ActivePower> held, Instant now, Effects effects) {
        link(held, now, effects);
        if (confirmed() && (!linked || holdsMore(held))) {
            confirmation = Optional.of(linked ? Reading.missing("the plant lost its set-point") : held);
        }
    }

    boolean confirmed() {
        return confirmation.filter(Reading::isGood).isPresent();
    }

    /** Whether nothing speaks against its doing as it was told: its link lives, and it confirmed what it was told last. */
    boolean obeys() {
        return linked && (commanded.isEmpty() || confirmed());
    }

    private void link(Reading<ActivePower> answer, Instant now, Effects effects) {
        boolean answers = answer.quality() != Quality.MISSING;
        if (answers != linked) {
            linked = answers;
            String what = link + (linked ? " back" : " lost");
            String detail = linked ? "it answers again" : answer.reason();
            effects.record(new Note(now, what, plant + ": " + detail));
        }
    }

    private boolean holdsMore(Reading<ActivePower> held) {
        return commanded.isPresent()
                && held.value()
                        .filter(value -> value.compareTo(commanded.get()) > 0)
                        .isPresent();
    }

    /** Confirmed, or told to something that can never confirm it, such as a relay without a feedback contact. */
    private boolean settled() {
        return confirmation
                .filter(reading -> reading.isGood() || reading.quality() == Quality.SUBSTITUTED)
                .isPresent();
    }
}
