package org.wolfgate.agent;

import java.time.Duration;
import java.time.Instant;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.AceArrived;
import org.wolfgate.agent.control.Event.FinalSpotArrived;
import org.wolfgate.agent.control.Event.FrequencyArrived;
import org.wolfgate.agent.control.Event.LoadingArrived;
import org.wolfgate.agent.control.Event.Noted;
import org.wolfgate.agent.control.Event.ScheduleArrived;
import org.wolfgate.agent.control.Event.Sequenced;
import org.wolfgate.agent.control.Event.SpotArrived;
import org.wolfgate.agent.control.Event.StandingArrived;
import org.wolfgate.agent.control.Event.TranchesArrived;
import org.wolfgate.agent.trust.MessageGate;
import org.wolfgate.agent.trust.MessageGate.Admitted;
import org.wolfgate.agent.trust.MessageGate.Denied;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.agent.uplink.message.MessageException;

/** Takes signed market messages in: schedules, tranches, prices, frequency, control error, loadings, standing. */
final class MarketTrust {

    /** A day-ahead schedule waits retained at the broker; what is for the moment its issuer stamps shorter. */
    static final Duration LONGEST_LIFE = Duration.ofDays(8);

    private final MessageGate gate;

    MarketTrust(MessageGate gate) {
        this.gate = gate;
    }

    /** Never throws: what is not believed becomes a note for the record. */
    Event read(String topic, byte[] message, Instant now) {
        MessageGate.Decision decision = gate.check(message, LONGEST_LIFE, now);
        if (decision instanceof Denied denied) {
            return refused(topic, denied.cause() + ": " + denied.reason());
        }
        Admitted admitted = (Admitted) decision;
        String issuer = admitted.stamp().issuer();
        try {
            Event event = MarketMessages.read(admitted.payload());
            if (event instanceof StandingArrived standing && !standing.issuer().equals(issuer)) {
                return refused(topic, issuer + " cannot speak for " + standing.issuer());
            }
            if (!admitted.rights().market() && !(event instanceof StandingArrived)) {
                return refused(topic, issuer + " may not publish market data");
            }
            return new Sequenced(issuer + "/" + subject(event), admitted.stamp().sequence(), event);
        } catch (MessageException e) {
            return refused(topic, e.text());
        }
    }

    static Event refused(String topic, String reason) {
        return new Noted("market message refused", topic + ": " + reason);
    }

    /** What a message replaces: only another one about the same is older or newer than it. */
    private static String subject(Event event) {
        if (event instanceof ScheduleArrived schedule) {
            return "schedule/" + schedule.node();
        }
        if (event instanceof TranchesArrived tranches) {
            return "tranches/" + tranches.node();
        }
        if (event instanceof SpotArrived spot) {
            return "spot/" + spot.zone();
        }
        if (event instanceof FinalSpotArrived last) {
            return "final-spot/" + last.zone();
        }
        if (event instanceof AceArrived) {
            return "ace";
        }
        if (event instanceof LoadingArrived loading) {
            return "loading/" + loading.gate();
        }
        return event instanceof FrequencyArrived ? "frequency" : "standing";
    }
}
