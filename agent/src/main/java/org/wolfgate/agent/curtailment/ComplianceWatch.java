package org.wolfgate.agent.curtailment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/**
 * What the node's meter shows of one order in force. Each reading makes a new watch, so the record can be stored at any
 * time and taken up after a restart.
 *
 * @param order the order watched
 * @param since when it came into force here
 * @param kept readings in a row that kept the cap
 * @param confirmedAt when the meter first showed the cap kept twice in a row
 * @param lateExcess energy above the cap after the time to comply, in W ms
 * @param last the last good reading
 * @param judged good readings so far
 */
public record ComplianceWatch(
        CurtailmentOrder order,
        Instant since,
        int kept,
        Optional<Instant> confirmedAt,
        long lateExcess,
        Optional<Seen> last,
        long judged) {

    /** Two in a row, since one reading can catch a plant in passing. */
    private static final int CONFIRMATIONS = 2;

    private static final BigDecimal WATT_MILLISECONDS_PER_WATT_HOUR = BigDecimal.valueOf(3_600_000);

    /** A meter gone mad may show any power; the record of it must not stop the agent. */
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /** A good power reading of the node's meter. */
    public record Seen(Instant at, ActivePower power) {}

    public static ComplianceWatch start(CurtailmentOrder order, Instant since) {
        return new ComplianceWatch(order, since, 0, Optional.empty(), 0, Optional.empty(), 0);
    }

    /**
     * Adds a good reading.
     *
     * @param tolerance how far above the cap a reading still counts as keeping it
     */
    public ComplianceWatch accept(Instant at, ActivePower power, ActivePower tolerance) {
        boolean within = power.compareTo(order.cap().plus(tolerance)) <= 0;
        int inARow = within ? kept + 1 : 0;
        Optional<Instant> confirmed = confirmedAt.isPresent() || inARow < CONFIRMATIONS ? confirmedAt : Optional.of(at);
        long excess = BigInteger.valueOf(lateExcess)
                .add(lateExcessUntil(at, power))
                .min(MOST)
                .longValueExact();
        return new ComplianceWatch(
                order, since, inARow, confirmed, excess, Optional.of(new Seen(at, power)), judged + 1);
    }

    /** After the clock was set back: what lay before lies no later than this instant. */
    public ComplianceWatch heldAt(Instant now) {
        return since.isBefore(now)
                ? this
                : new ComplianceWatch(
                        order,
                        now,
                        kept,
                        confirmedAt.map(at -> at.isBefore(now) ? at : now),
                        lateExcess,
                        Optional.empty(),
                        judged);
    }

    /** Until when the cap must be kept. */
    public Instant deadline() {
        return since.plus(order.complyWithin());
    }

    /** Whether the time to comply is over without confirmation. */
    public boolean overdue(Instant now) {
        return confirmedAt.isEmpty() && now.isAfter(deadline());
    }

    /** Energy above the cap after the time to comply. */
    public Energy energyAboveCap() {
        return new Energy(BigDecimal.valueOf(lateExcess)
                .divide(WATT_MILLISECONDS_PER_WATT_HOUR, 0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }

    /** Energy that passed the meter after the time to comply if the node stood at its cap, beside what was above it. */
    public Energy energyJudged(Instant end) {
        BigInteger late =
                BigInteger.valueOf(Math.max(0, Duration.between(deadline(), end).toMillis()));
        BigDecimal atCap =
                new BigDecimal(BigInteger.valueOf(order.cap().watts()).multiply(late));
        return energyAboveCap()
                .plus(new Energy(atCap.divide(WATT_MILLISECONDS_PER_WATT_HOUR, 0, RoundingMode.CEILING)
                        .longValueExact()));
    }

    public Optional<Duration> timeToComply() {
        return confirmedAt.map(at -> Duration.between(since, at));
    }

    /** Trapezoid over the part of the span after the deadline; a span partly before it counts from the deadline. */
    private BigInteger lateExcessUntil(Instant at, ActivePower power) {
        if (last.isEmpty() || !at.isAfter(deadline())) {
            return BigInteger.ZERO;
        }
        Instant from = last.get().at().isAfter(deadline()) ? last.get().at() : deadline();
        long milliseconds = Math.max(0, Duration.between(from, at).toMillis());
        return above(last.get().power())
                .add(above(power))
                .multiply(BigInteger.valueOf(milliseconds))
                .shiftRight(1);
    }

    private BigInteger above(ActivePower power) {
        return BigInteger.valueOf(power.watts())
                .subtract(BigInteger.valueOf(order.cap().watts()))
                .max(BigInteger.ZERO);
    }
}
