package org.wolfgate.agent.metering;

import java.util.List;

/**
 * All that an {@link IntervalMeter} remembers. Kept durably after each reading it lets a restarted agent go on with the
 * same interval; it is plain enough for any serialiser of records. A list of at most one element stands for a value
 * that may be absent.
 *
 * @param started whether anything was heard of the meter
 * @param latest moment of the last reading in epoch milliseconds
 * @param next number of the first interval that is not closed
 * @param announced number of the first interval of which no version was emitted
 * @param open what is known of the open intervals
 * @param lastRegisters the registers up to which energy is booked
 * @param suspectRegisters a reading that the next one must confirm or refute
 * @param lastPower the last power sample
 * @param carry energy of power samples below one step, carried to the next interval, in half W ms
 * @param frequency what judges the next frequency sample
 * @param redone how often the clock was set back over closed intervals
 * @param redoneBefore intervals below this number are metered anew; their versions supersede those of before
 */
public record MeterState(
        boolean started,
        long latest,
        long next,
        long announced,
        List<OpenInterval> open,
        List<RegisterReading> lastRegisters,
        List<RegisterReading> suspectRegisters,
        List<PowerSample> lastPower,
        long carry,
        FrequencyTrack frequency,
        int redone,
        long redoneBefore) {

    /** A meter never heard of. */
    public static final MeterState NEW = new MeterState(
            false, Long.MIN_VALUE, 0, 0, List.of(), List.of(), List.of(), List.of(), 0, FrequencyTrack.START, 0, 0);

    public MeterState {
        open = List.copyOf(open);
        lastRegisters = List.copyOf(lastRegisters);
        suspectRegisters = List.copyOf(suspectRegisters);
        lastPower = List.copyOf(lastPower);
    }
}
