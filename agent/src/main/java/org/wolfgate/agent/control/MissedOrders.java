package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Event.StandingArrived;

/** Whether an issuer says that there is an order which never arrived. */
final class MissedOrders {

    private Optional<StandingArrived> missed = Optional.empty();

    /**
     * Takes a sign of life; what it shows to be missing goes on record once.
     *
     * @param known the issuer's last sequence here
     * @return whether it is good news: it shows that no order was missed
     */
    boolean none(StandingArrived standing, long known, Instant now, Effects effects) {
        if (standing.lastSequence() <= known) {
            missed = Optional.empty();
            return true;
        }
        if (!missed.equals(Optional.of(standing))) {
            missed = Optional.of(standing);
            String detail = standing.issuer() + " is at sequence " + standing.lastSequence() + ", the last one here is "
                    + known + "; it must send what is missing again";
            effects.record(new Note(now, "orders missed", detail));
        }
        return false;
    }
}
