package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.Cancellation;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.Refusal;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/** Everything that can happen to the substation. The time of an event is given beside it. */
public sealed interface Event {

    /** Time passed and nothing else happened. */
    record Tick() implements Event {}

    /** A visit to a node's meter. */
    record MeterRead(String meter, MeterReading reading) implements Event {}

    /** A plant was told a set-point; what it confirmed. */
    record LimitReported(String plant, ActivePower commanded, Reading<ActivePower> confirmed) implements Event {}

    /** A look at what a plant holds, between commands: whether its link lives and its set-point is still there. */
    record LimitHeld(String plant, Reading<ActivePower> held) implements Event {}

    /**
     * An order that can be read.
     *
     * @param signed whether its issuer's signature was verified; on a bench there may be none
     */
    record OrderArrived(CurtailmentOrder order, boolean signed) implements Event {

        public OrderArrived(CurtailmentOrder order) {
            this(order, false);
        }
    }

    record CancellationArrived(Cancellation cancellation) implements Event {}

    /**
     * A message on the order topic that is no order for us.
     *
     * @param id the order's id, or a digest of the payload if it has none that can be read
     */
    record OrderRefused(String id, Optional<String> node, Refusal why, String detail) implements Event {}

    record ScheduleArrived(String node, String id, List<ScheduleBlock> blocks) implements Event {}

    record TranchesArrived(String node, List<InsuredTranche> tranches) implements Event {}

    record SpotArrived(String zone, List<SpotBlock> blocks) implements Event {}

    /**
     * The ISO says that spot prices of a zone are final.
     *
     * @param revision 1 for the first word; a correction of a final price carries a higher one
     */
    record FinalSpotArrived(String zone, long revision, List<SpotBlock> blocks) implements Event {}

    /** The ISO's measurement of system frequency. */
    record FrequencyArrived(Instant measuredAt, Frequency frequency) implements Event {}

    /** The ISO's area control error; negative is a short area. */
    record AceArrived(Instant measuredAt, ActivePower ace) implements Event {}

    /** How loaded a flowgate is, by the ISO: signed flow over limit, in the gate's positive direction. */
    record LoadingArrived(String gate, Instant measuredAt, PerUnit loading) implements Event {}

    /**
     * The ISO says how far its orders go, which shows that it is there and whether any was missed.
     *
     * @param lastSequence of its last order or cancellation for this substation
     */
    record StandingArrived(String issuer, long lastSequence) implements Event {}

    /**
     * A signed message with its place in a stream: what is not newer than the last one taken in changes nothing.
     *
     * @param stream issuer, kind and subject, such as {@code iso/spot/west}
     */
    record Sequenced(String stream, long sequence, Event message) implements Event {}

    /**
     * The agent's clock is set. The event's own time is already of the new reckoning, and may lie before that of the
     * event before: a stamp of this run made until now moves by the difference.
     *
     * @param before the agent's time as it was
     * @param after the same moment as it is now known
     */
    record ClockSet(Instant before, Instant after) implements Event {}

    /** Whether somebody vouches for the agent's time, or did not long ago. */
    record TimeJudged(boolean trusted) implements Event {}

    /** Something for the record that no rule acts on: start, stop, a market message that could not be read. */
    record Noted(String what, String detail) implements Event {}

    /** The spot price of a zone for a span of time. */
    record SpotBlock(Interval span, Price price) {}
}
