package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Event.LimitHeld;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;

/**
 * The contacts that tell a node's generator its cap, if there are any. They say the cap in force, whatever the reason, and
 * at once; a plant's ramp is not theirs. No order, verdict or fail-safe depends on them. Before the first cap they are left
 * as they are: an agent without memory releases nobody.
 */
final class NodeSignal {

    private final NodeSettings settings;
    private final PlantControl contacts;
    private boolean doubted;

    NodeSignal(NodeSettings settings, NodeState resumed) {
        this.settings = settings;
        PlantControl.State told = new PlantControl.State(resumed.signal(), Optional.empty());
        this.contacts = new PlantControl(settings.signal().orElse(""), "generator signal", told);
    }

    /** What was last told; empty if nothing ever was. */
    Optional<ActivePower> told() {
        return contacts.commanded();
    }

    /** Says the cap in force, or the rating where nothing is held back any more. */
    void follow(Cap cap, Instant now, Effects effects) {
        if (settings.signal().isPresent() && (cap.limit().isPresent() || contacts.everCommanded())) {
            ActivePower rating = settings.rating();
            contacts.want(cap.limit().map(rating::min).orElse(rating), now, effects);
        }
    }

    void reported(LimitReported report, Instant now, Effects effects) {
        if (mine(report.plant())) {
            contacts.report(report.commanded(), report.confirmed(), now, effects);
            doubt(report.confirmed(), now, effects);
        }
    }

    void look(LimitHeld look, Instant now, Effects effects) {
        if (mine(look.plant())) {
            contacts.look(look.held(), now, effects);
        }
    }

    private boolean mine(String id) {
        return settings.signal().filter(id::equals).isPresent();
    }

    /** Feedback contacts that say something else than was told, or a cap below the strictest step, are put on record once. */
    private void doubt(Reading<ActivePower> confirmed, Instant now, Effects effects) {
        boolean doubtful = confirmed.quality() == Quality.SUSPECT;
        if (doubtful && !doubted) {
            effects.record(new Note(now, "generator signal doubtful", confirmed.reason()));
        } else if (doubted && !doubtful && confirmed.quality() != Quality.MISSING) {
            effects.record(new Note(now, "generator signal as told", "node " + settings.id()));
        }
        doubted = doubtful || (doubted && confirmed.quality() == Quality.MISSING);
    }
}
