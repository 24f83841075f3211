package org.wolfgate.agent.curtailment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.curtailment.ComplianceWatch.Seen;
import org.wolfgate.agent.curtailment.Verdict.Outcome;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

class ComplianceWatchTest {

    private static final ActivePower CAP = new ActivePower(18_000_000);
    private static final ActivePower TOLERANCE = new ActivePower(300_000);

    private final ComplianceWatch start = ComplianceWatch.start(Orders.capped(CAP), Orders.NOON);

    @Test
    void oneReadingThatKeepsTheCapIsNotEnough() {
        ComplianceWatch watch = seen(start, 1, 18_300_000);
        assertTrue(watch.confirmedAt().isEmpty());
        watch = seen(seen(watch, 2, 18_300_001), 3, 18_300_000);
        assertTrue(watch.confirmedAt().isEmpty(), "a reading above the tolerance starts the count again");
        assertEquals(4, seen(watch, 4, 0).timeToComply().orElseThrow().toSeconds());
    }

    @Test
    void theMomentOfConfirmationDecidesBetweenInTimeAndLate() {
        assertEquals(Outcome.COMPLIED, outcome(seen(seen(start, 9, 0), 10, 0), 20));
        assertEquals(Outcome.COMPLIED_LATE, outcome(seen(seen(start, 10, 0), 11, 0), 20));
        assertEquals(Outcome.NOT_ACHIEVED, outcome(seen(start, 11, 36_000_000), 20));
        assertEquals(Outcome.NOT_JUDGED, outcome(seen(start, 9, 36_000_000), 10));
        assertEquals(Outcome.NOT_JUDGED, outcome(start, 20));
    }

    @Test
    void energyAboveTheCapCountsFromTheTimeToComplyOn() {
        ComplianceWatch watch = seen(seen(seen(start, 5, 54_000_000), 15, 54_000_000), 25, 18_000_000);
        assertEquals(new Energy(50_000 + 50_000), watch.energyAboveCap(), "5 s at 36 MW, 10 s down from there");
    }

    @Test
    void theEnergyIsTheSumOfTheTrapezoidsOfEveryMillisecond() {
        Seeds.holds(200, random -> {
            List<Seen> readings = readings(random);
            ComplianceWatch watch = start;
            for (Seen reading : readings) {
                watch = watch.accept(reading.at(), reading.power(), TOLERANCE);
            }
            double oracle = oracle(readings);
            assertEquals(oracle, (double) watch.energyAboveCap().wattHours(), 0.51 + readings.size() / 3.6e6);
        });
    }

    @Test
    void aRestartAtAnyReadingGivesTheSameVerdict() {
        Seeds.holds(100, random -> {
            List<Seen> readings = readings(random);
            ComplianceWatch whole = start;
            ComplianceWatch restarted = start;
            for (Seen reading : readings) {
                whole = whole.accept(reading.at(), reading.power(), TOLERANCE);
                ComplianceWatch kept = new ComplianceWatch(
                        restarted.order(),
                        restarted.since(),
                        restarted.kept(),
                        restarted.confirmedAt(),
                        restarted.lateExcess(),
                        restarted.last(),
                        restarted.judged());
                restarted = kept.accept(reading.at(), reading.power(), TOLERANCE);
            }
            assertEquals(verdict(whole, 3600), verdict(restarted, 3600));
        });
    }

    @Test
    void aMeterGoneMadDoesNotStopTheAgent() {
        ComplianceWatch watch = seen(seen(seen(start, 20, Long.MAX_VALUE), 30, Long.MAX_VALUE), 40, Long.MIN_VALUE);
        assertTrue(watch.energyAboveCap().wattHours() > 0);
    }

    /** Power between readings is a straight line of the excesses; before the deadline the later part alone counts. */
    private static double oracle(List<Seen> readings) {
        double sum = 0;
        Instant deadline = Orders.NOON.plusSeconds(10);
        for (int i = 1; i < readings.size(); i++) {
            double before = Math.max(0, readings.get(i - 1).power().watts() - CAP.watts());
            double after = Math.max(0, readings.get(i).power().watts() - CAP.watts());
            long from = Math.max(readings.get(i - 1).at().toEpochMilli(), deadline.toEpochMilli());
            long to = readings.get(i).at().toEpochMilli();
            for (long t = from; t < to; t++) {
                double middle = (t - from + 0.5) / (to - from);
                sum += before + (after - before) * middle;
            }
        }
        return sum / 3_600_000;
    }

    private static List<Seen> readings(Random random) {
        List<Seen> readings = new ArrayList<>();
        Instant at = Orders.NOON;
        for (int i = 0; i < 40; i++) {
            at = at.plusMillis(1 + random.nextInt(1500));
            readings.add(new Seen(at, new ActivePower(random.nextInt(40_000_000))));
        }
        return readings;
    }

    private static ComplianceWatch seen(ComplianceWatch watch, long second, long watts) {
        return watch.accept(Orders.NOON.plusSeconds(second), new ActivePower(watts), TOLERANCE);
    }

    private static Outcome outcome(ComplianceWatch watch, long second) {
        return verdict(watch, second).outcome();
    }

    private static Verdict verdict(ComplianceWatch watch, long second) {
        return Verdict.of(watch, OrderState.EXPIRED, Orders.NOON.plusSeconds(second), Energy.ZERO, List.of());
    }
}
