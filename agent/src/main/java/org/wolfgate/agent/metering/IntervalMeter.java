package org.wolfgate.agent.metering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.metering.FrequencyTrack.Verdict;
import org.wolfgate.drivers.MeterReading;

/**
 * Makes settlement intervals of the readings of one meter: energy by register difference, exact and complete, and the
 * mean frequency. It reads no clock; the caller hands in the time of each reading, a UTC that never runs backwards, and
 * ticks it now and then. Not for sharing between threads.
 *
 * <p>An interval is emitted when the first reading at or after its end arrives. A meter that is silent beyond the grace
 * gets a version of quality MISSING (or INCOMPLETE, if it was heard within the interval); once the register comes back
 * a later version supersedes it.
 */
public final class IntervalMeter {

    /** A jump of the clock is worked off in bites, so that one call stays short. */
    private static final int MOST_EMITTED_AT_ONCE = 10_000;
    /** A register may fail for long while power and frequency go on; older detail is dropped. */
    private static final int MOST_OPEN_DETAIL = 300;

    private final MeterRule rule;
    private final OpenIntervals open;
    private final RegisterTrack registers;
    private final PowerTrack power;
    private final IntervalVersion versions;
    private FrequencyTrack frequency;
    private long latest;
    private long carry;
    private final int redone;
    private final long redoneBefore;

    /**
     * What is left when the clock was set.
     *
     * @param closed versions of the intervals that it cut off
     * @param state to go on with
     */
    public record Moved(List<MeteredInterval> closed, MeterState state) {}

    /** A meter never heard of before, without a schedule to guide the sharing of gaps. */
    public IntervalMeter(MeterRule rule) {
        this(rule, ExpectedEnergy.UNKNOWN, MeterState.NEW);
    }

    /**
     * Goes on where a meter of the same rule stopped.
     *
     * @param expected the schedule, to share out the energy of gaps
     * @param resumed what {@link #state()} gave last, or {@link MeterState#NEW}
     */
    public IntervalMeter(MeterRule rule, ExpectedEnergy expected, MeterState resumed) {
        this.rule = rule;
        this.open = new OpenIntervals(resumed);
        this.registers = new RegisterTrack(rule, new GapBridge(rule, open, new GapWeights(open, expected)), resumed);
        this.power = new PowerTrack(rule, open, resumed);
        this.versions = new IntervalVersion(rule);
        this.frequency = resumed.frequency();
        this.latest = resumed.latest();
        this.carry = resumed.carry();
        this.redone = resumed.redone();
        this.redoneBefore = resumed.redoneBefore();
    }

    /**
     * Takes one reading and returns the interval versions that it completes, oldest first. A reading not later than the
     * one before is a duplicate and ignored; quantities that are not GOOD are passed over.
     *
     * @param at when the meter was read, to the millisecond
     */
    public List<MeteredInterval> accept(Instant at, MeterReading reading) {
        long now = at.toEpochMilli();
        if (now <= latest) {
            return List.of();
        }
        latest = now;
        open.begin(rule.grid().numberAtMillis(now));
        EnergySource.usable(reading.frequency()).ifPresent(value -> sample(now, value.millihertz()));
        EnergySource.usable(reading.power()).ifPresent(value -> power.accept(new PowerSample(now, value.watts())));
        if (rule.source().hasRegisters()) {
            rule.source().registers(reading).ifPresent(value -> registers.accept(new RegisterReading(now, value)));
        }
        open.boundTo(MOST_OPEN_DETAIL);
        return emit(now);
    }

    /** Tells the time when no reading does, and returns the intervals whose grace is over. */
    public List<MeteredInterval> tick(Instant now) {
        open.begin(rule.grid().numberAtMillis(now.toEpochMilli()));
        return emit(now.toEpochMilli());
    }

    /** Marks the interval of this moment TIME_SUSPECT: the clock stepped then, or was further off than allowed. */
    public void suspectTime(Instant at) {
        mark(at, MeteringFlag.TIME_SUSPECT);
    }

    /** Marks the interval of this moment, unless it is closed. */
    public void mark(Instant at, MeteringFlag flag) {
        open.begin(rule.grid().numberAt(at));
        open.update(rule.grid().numberAt(at), interval -> interval.flagged(flag));
    }

    /**
     * The agent's clock was set from one time to another; this meter must not be used after. Marks the interval that
     * the step falls into; intervals keep their edges. See {@link ClockShift}.
     */
    public Moved clockSet(Instant before, Instant after) {
        ClockShift shift = new ClockShift(rule.grid(), before, after);
        MeterState known = state();
        if (!shift.cutsOff(known)) {
            return new Moved(List.of(), shift.within(known));
        }
        suspectTime(before);
        return new Moved(closeAll(), shift.across(known));
    }

    /** The interval of this moment as far as it is known: a running figure, not a version. */
    public MeteredInterval soFar(Instant now) {
        return versions.of(open.get(rule.grid().numberAt(now)), 1, carry);
    }

    /** What to keep for {@link #IntervalMeter(MeterRule, ExpectedEnergy, MeterState)} after a restart. */
    public MeterState state() {
        return new MeterState(
                open.started(),
                latest,
                open.next(),
                open.announced(),
                open.snapshot(),
                registers.lastRegisters(),
                registers.suspectRegisters(),
                power.lastPower(),
                carry,
                frequency,
                redone,
                redoneBefore);
    }

    private void sample(long now, int millihertz) {
        FrequencyTrack.Sample sample = new FrequencyTrack.Sample(now, millihertz);
        Verdict verdict = frequency.judge(sample, rule);
        frequency = frequency.after(sample, verdict);
        if (verdict != Verdict.BAD) {
            open.update(
                    rule.grid().numberAtMillis(now),
                    interval -> interval.with(
                            verdict == Verdict.FROZEN
                                    ? interval.frequency().withoutRepeats(millihertz)
                                    : interval.frequency()
                                            .plus(millihertz, verdict == Verdict.REPEATED, rule.detail())));
        }
    }

    private List<MeteredInterval> emit(long now) {
        List<MeteredInterval> emitted = new ArrayList<>();
        Optional<Long> settled = rule.source().hasRegisters() ? registers.settledMillis() : power.settledMillis();
        settled.ifPresent(until -> closeUntil(until, emitted));
        long overdue = now - rule.grace().toMillis();
        while (rule.grid().endMillis(open.announced()) <= overdue && emitted.size() < MOST_EMITTED_AT_ONCE) {
            emitted.add(versions.of(open.get(open.announced()), version(open.announced(), true), carry));
            open.announce();
        }
        return emitted;
    }

    private List<MeteredInterval> closeAll() {
        List<MeteredInterval> emitted = new ArrayList<>();
        for (OpenInterval interval : open.snapshot()) {
            boolean first = interval.number() >= open.announced();
            if (first || interval.touched()) {
                emitted.add(versions.of(interval, version(interval.number(), first), carry));
            }
            carry = versions.carryAfter(interval, carry);
        }
        return emitted;
    }

    /** 1 and, for a correction, 2; when the interval is metered anew, numbers above all that went before. */
    private int version(long number, boolean first) {
        return (first ? 1 : 2) + (number < redoneBefore ? 2 * redone : 0);
    }

    private void closeUntil(long settled, List<MeteredInterval> emitted) {
        while (rule.grid().endMillis(open.next()) <= settled && emitted.size() < MOST_EMITTED_AT_ONCE) {
            long number = open.next();
            boolean first = number >= open.announced();
            if (first || open.get(number).touched()) {
                emitted.add(versions.of(open.get(number), version(number, first), carry));
            }
            carry = versions.carryAfter(open.get(number), carry);
            open.close();
        }
    }
}
