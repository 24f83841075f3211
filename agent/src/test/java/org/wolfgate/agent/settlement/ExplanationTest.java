package org.wolfgate.agent.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyCounts;
import org.wolfgate.agent.metering.FrequencyFlag;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalEnergy;
import org.wolfgate.agent.metering.IntervalQuality;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.metering.Registers;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/** An amount told so that a generator can check it with a pencil. */
class ExplanationTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Interval FIVE_MINUTES = new Interval(TEN, TEN.plusSeconds(300));

    @Test
    void aViolatedOrderIsToldWithEveryInput() {
        MeteredInterval metered = new MeteredInterval(
                FIVE_MINUTES,
                1,
                Optional.of(IntervalEnergy.ofNet(Energy.parse("9 MWh"))),
                IntervalQuality.MEASURED,
                Duration.ofMinutes(5),
                Duration.ZERO,
                Optional.of(new Registers(Energy.parse("100 MWh"), Energy.ZERO)),
                Optional.of(new Registers(Energy.parse("109 MWh"), Energy.ZERO)),
                FrequencyMean.of(0, 0, 1),
                Set.of());
        FrequencyChoice frequency =
                new FrequencyChoice(Optional.of(new Frequency(59_980)), Set.of(FrequencyFlag.ISO_FREQ));
        IntervalPrice price = IntervalPrice.of(
                new NodePrice(Illustrative.AT_60_HZ, List.of()),
                frequency,
                FrequencyCounts.NONE,
                frequency.frequency(),
                Optional.of(ActivePower.ZERO),
                Map.of());
        DeviationLine line = new DeviationSettlement(new AccuracyClass(new BigDecimal("0.2")))
                .settle(metered, curtailed().under(List.of("O17")), price, 1);
        assertEquals("""
                Interval 2026-03-01T10:00:00Z to 2026-03-01T10:05:00Z, version 1, FINAL.
                Metered: 9 MWh (MEASURED, version 1). The registers went from 100 MWh exported and 0 MWh imported to \
                109 MWh and 0 MWh.
                Scheduled: 12.5 MWh by schedule S1, held to 8.333333 MWh by curtailment (orders O17).
                Allowed by the caps in force: 8.333333 MWh; exceeded by 0.666667 MWh.
                Frequency: the system operator's; the meter's mean is no value, the system operator's 59.980 Hz.
                Price: 100.00 per MWh, parameter set SET, frequency 59.980 Hz, area control error 0 MW (own-choice: \
                chosen by whoever declared it; the sources are silent).
                Formula: n = (60.000 Hz - 59.980 Hz) / 0.020 Hz - 0 MW / 200 MW = 1; price = -20.00 + (40.00 - -20.00) \
                x 2^n, rounded half-even to 0.01; n is held within 40 either way.
                Deviation: metered less scheduled, 0.666667 MWh, of which 0.666667 MWh above the cap earn nothing.
                Amount: 100.00 x 0.000000 = 0.000000.
                The meter's accuracy, 0.2 % of 9 MWh, leaves 0.018 MWh and 1.800000 open to either side.
                Flags: ISO_FREQ, NONCOMPLIANT, SCHEDULE_CURTAILED.""".replace("SET", price.parameterSet()), String.join("\n", Explanation.of(line)));
    }

    private static Offset curtailed() {
        Schedule schedule = new Schedule(
                "S1", List.of(new ScheduleBlock(FIVE_MINUTES, ActivePower.parse("150 MW"))), Duration.ZERO);
        return Offset.scheduled(
                FIVE_MINUTES,
                schedule,
                ActivePower.parse("150 MW"),
                CapTrace.of(FIVE_MINUTES, ActivePower.parse("100 MW")));
    }
}
