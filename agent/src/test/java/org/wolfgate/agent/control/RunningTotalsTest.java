package org.wolfgate.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalQuality;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.Finality;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.UnitLine;
import org.wolfgate.drivers.Energy;

class RunningTotalsTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    @Test
    void theTotalIsTheSumOfTheLatestVersionOfEachInterval() {
        Seeds.holds(500, random -> {
            RunningTotals totals = RunningTotals.ZERO;
            Map<Integer, SettledInterval> latest = new LinkedHashMap<>();
            for (int number = 0; number < 20; number++) {
                boolean late = random.nextInt(3) == 0;
                SettledInterval first =
                        settled(random, number, late ? IntervalQuality.MISSING : IntervalQuality.MEASURED);
                latest.put(number, first);
                totals = totals.with(first);
                int again = random.nextInt(number + 1);
                SettledInterval before = latest.getOrDefault(again, first);
                if (!before.deviation().metered().quality().isComplete()) {
                    SettledInterval second = settled(random, again, IntervalQuality.ESTIMATED);
                    latest.put(again, second);
                    totals = totals.with(second);
                }
            }
            assertEquals(sum(latest, true), totals.deviation());
            assertEquals(sum(latest, false), totals.compensation());
        });
    }

    @Test
    void intervalsWithoutAnAmountOrWithoutALaterVersionAreNotRemembered() {
        RunningTotals totals = RunningTotals.ZERO;
        Random random = new Random(1);
        for (int number = 0; number < 1000; number++) {
            totals = totals.with(settled(random, number, IntervalQuality.MEASURED));
            totals = totals.with(settled(number, IntervalQuality.MISSING, Money.ZERO, Money.ZERO));
        }
        assertEquals(Map.of(), totals.provisional());
    }

    private static Money sum(Map<Integer, SettledInterval> latest, boolean deviation) {
        return latest.values().stream()
                .map(settled -> deviation ? settled.deviation().amount() : settled.compensation())
                .reduce(Money.ZERO, Money::plus);
    }

    private static SettledInterval settled(Random random, int number, IntervalQuality quality) {
        Money amount = quality.isComplete() ? new Money(random.nextInt(1000) - 500) : Money.ZERO;
        return settled(number, quality, amount, new Money(random.nextInt(1000)));
    }

    private static SettledInterval settled(int number, IntervalQuality quality, Money amount, Money compensation) {
        Instant start = NOON.plusSeconds(10L * number);
        MeteredInterval metered = new MeteredInterval(
                new Interval(start, start.plusSeconds(10)),
                1,
                Optional.empty(),
                quality,
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                FrequencyMean.of(0, 0, 10),
                Set.of());
        Offset offset =
                new Offset(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());
        DeviationLine line = new DeviationLine(
                metered,
                offset,
                IntervalPrice.given(Price.ZERO, "test"),
                1,
                Finality.PROVISIONAL,
                Optional.empty(),
                Energy.ZERO,
                amount,
                Optional.empty(),
                new TreeSet<>(),
                Optional.empty());
        return new SettledInterval(
                "solar", line, List.of(new UnitLine("a", Optional.empty(), Energy.ZERO, compensation)), Set.of());
    }
}
