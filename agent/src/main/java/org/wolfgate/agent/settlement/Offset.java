package org.wolfgate.agent.settlement;

import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/**
 * What is taken off the metered energy of an interval before it is priced. The offset follows the curtailment orders,
 * so that a generator that obeys one does not pay for obeying it.
 *
 * @param scheduled energy agreed for the interval; zero without a contract, empty if the schedule is not known
 * @param effective the same, with every moment held at the cap then in force where that is lower
 * @param curtailed a cap lowered it
 * @param allowed the most that could be injected without violating a cap; empty if none was in force
 * @param scheduleId name of the schedule, empty without a contract
 * @param orderIds the curtailment orders in force during the interval
 * @param rights flowgate rights that the schedule lacks; empty if it lacks none or nobody checks
 */
public record Offset(
        Optional<Energy> scheduled,
        Optional<Energy> effective,
        boolean curtailed,
        Optional<Energy> allowed,
        Optional<String> scheduleId,
        List<String> orderIds,
        Optional<RightsGap> rights) {

    public Offset {
        orderIds = List.copyOf(orderIds);
    }

    /** An offset whose schedule lacks no flowgate right. */
    public Offset(
            Optional<Energy> scheduled,
            Optional<Energy> effective,
            boolean curtailed,
            Optional<Energy> allowed,
            Optional<String> scheduleId,
            List<String> orderIds) {
        this(scheduled, effective, curtailed, allowed, scheduleId, orderIds, Optional.empty());
    }

    /** Nothing is agreed: the whole metered flow is a deviation. */
    public static Offset noContract(Interval interval, ActivePower rated, CapTrace caps) {
        return new Offset(
                Optional.of(Energy.ZERO),
                Optional.of(Energy.ZERO),
                false,
                allowed(interval, rated, caps),
                Optional.empty(),
                List.of());
    }

    /** The agreed energy, as far as the caps allowed it; unknown where the schedule does not cover the interval. */
    public static Offset scheduled(Interval interval, Schedule schedule, ActivePower rated, CapTrace caps) {
        Optional<Energy> scheduled = schedule.energyOver(interval);
        ExactEnergy cut = caps.cutFrom(schedule.profile(), interval);
        boolean curtailed = cut.isPositive();
        Optional<Energy> effective = curtailed
                ? scheduled.map(
                        energy -> schedule.profile().energy(interval).minus(cut).rounded())
                : scheduled;
        return new Offset(
                scheduled, effective, curtailed, allowed(interval, rated, caps), Optional.of(schedule.id()), List.of());
    }

    /** A schedule was agreed and has not arrived: the line waits for it. */
    public static Offset unknown(Interval interval, ActivePower rated, CapTrace caps) {
        return new Offset(
                Optional.empty(), Optional.empty(), false, allowed(interval, rated, caps), Optional.empty(), List.of());
    }

    /** Names the orders that the caps came from. */
    public Offset under(List<String> orders) {
        return new Offset(scheduled, effective, curtailed, allowed, scheduleId, orders, rights);
    }

    /** The same, of a schedule that lacks flowgate rights. */
    public Offset lacking(Optional<RightsGap> gap) {
        return new Offset(scheduled, effective, curtailed, allowed, scheduleId, orderIds, gap);
    }

    private static Optional<Energy> allowed(Interval interval, ActivePower rated, CapTrace caps) {
        return caps.actsWithin(interval) ? Optional.of(caps.allowed(interval, rated)) : Optional.empty();
    }
}
