package org.wolfgate.agent.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/** What holds for any schedule, order, energy and price. */
class SettlementPropertyTest {

    static List<Long> seeds() {
        return new Random(59980).longs(120).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onePriceForBothDirections(long seed) {
        Random random = new Random(seed);
        Energy deviation = new Energy(random.nextLong(20_000_000));
        Price price = new Price(random.nextInt(1_000_000) - 300_000);
        Money over = DeviationSettlement.amount(deviation, Energy.ZERO, price);
        Money under = DeviationSettlement.amount(new Energy(-deviation.wattHours()), Energy.ZERO, price);
        assertEquals(over, under.negate());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void splittingAPeriodAtOnePriceChangesNothing(long seed) {
        Random random = new Random(seed);
        Price price = new Price(random.nextInt(1_000_000) - 300_000);
        List<Energy> parts = random.longs(2 + random.nextInt(20), -1_000_000, 1_000_000)
                .mapToObj(Energy::new)
                .toList();
        Energy whole = parts.stream().reduce(Energy.ZERO, Energy::plus);
        Money sum = parts.stream()
                .map(part -> DeviationSettlement.amount(part, Energy.ZERO, price))
                .reduce(Money.ZERO, Money::plus);
        long apart =
                sum.minus(DeviationSettlement.amount(whole, Energy.ZERO, price)).micros();
        assertTrue(Math.abs(apart) <= parts.size(), () -> apart + " millionths apart in " + parts.size() + " parts");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOffsetIsTheLowerOfScheduleAndCapSecondBySecond(long seed) {
        RandomOrders world = new RandomOrders(seed, false);
        Offset offset = world.offset();
        assertEquals(world.lowerBySteps(1), offset.effective().orElseThrow());
        assertEquals(world.capped(), offset.allowed().isPresent());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rampsCrossingACapAreCutAtTheCrossing(long seed) {
        RandomOrders world = new RandomOrders(seed, true);
        long exact = world.offset().effective().orElseThrow().wattHours();
        long sampled = world.lowerBySteps(20).wattHours();
        assertTrue(Math.abs(exact - sampled) <= 10, () -> exact + " against " + sampled + " by small steps");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void energyWithinTheCapsIsNeverAnExcess(long seed) {
        RandomOrders world = new RandomOrders(seed, true);
        Offset offset = world.offset();
        assertEquals(
                Energy.ZERO,
                DeviationSettlement.excess(offset.effective().orElseThrow(), offset),
                "a unit that follows the lower of schedule and cap complies");
    }

    /** A random schedule around a period, and caps at whole seconds that come, go and may ramp. */
    private static final class RandomOrders {

        private static final long RATED = 150_000_000;
        private static final Interval PERIOD = span(3600, 4500);

        private final Random random;
        private final List<ScheduleBlock> blocks = new ArrayList<>();
        private final Duration ramp;
        private final List<PowerLine> caps = new ArrayList<>();

        RandomOrders(long seed, boolean ramps) {
            random = new Random(seed);
            ramp = ramps ? Duration.ofMinutes(10) : Duration.ZERO;
            for (long start = 0; start < 7200; start += 900) {
                blocks.add(new ScheduleBlock(span(start, start + 900), power()));
            }
            long from = 3000L + random.nextInt(900);
            while (from < 5000) {
                long to = from + (ramps ? 30 : 1) + random.nextInt(400);
                ActivePower cap = power();
                caps.add(new PowerLine(span(from, to), cap, ramps ? power() : cap));
                from = to + (random.nextBoolean() ? 0 : random.nextInt(300));
            }
        }

        Offset offset() {
            Schedule schedule = new Schedule("S", blocks, ramp);
            return Offset.scheduled(PERIOD, schedule, new ActivePower(RATED), new CapTrace(caps));
        }

        boolean capped() {
            return caps.stream()
                    .anyMatch(cap -> cap.span().start().isBefore(PERIOD.end())
                            && cap.span().end().isAfter(PERIOD.start()));
        }

        /** Takes the middle of each part of a second for the whole of it. */
        Energy lowerBySteps(int perSecond) {
            double sum = 0;
            for (int step = 0; step < 900 * perSecond; step++) {
                double second = PERIOD.start().getEpochSecond() + (step + 0.5) / perSecond;
                sum += Math.min(scheduled(second), cap(second));
            }
            return new Energy(new BigDecimal(sum)
                    .divide(BigDecimal.valueOf(3600L * perSecond), 0, RoundingMode.HALF_EVEN)
                    .longValueExact());
        }

        private double scheduled(double second) {
            long half = ramp.toSeconds() / 2;
            double sum = 0;
            int boundary = (int) Math.round(second / 900);
            double into =
                    half == 0 ? (second < boundary * 900.0 ? 0 : 1) : (second - boundary * 900 + half) / (2.0 * half);
            double share = Math.min(1, Math.max(0, into));
            sum += (1 - share) * blocks.get(boundary - 1).power().watts();
            return sum + share * blocks.get(boundary).power().watts();
        }

        private double cap(double second) {
            for (PowerLine cap : caps) {
                double start = cap.span().start().getEpochSecond();
                double end = cap.span().end().getEpochSecond();
                if (second > start && second < end) {
                    double share = (second - start) / (end - start);
                    return (1 - share) * cap.from().watts() + share * cap.to().watts();
                }
            }
            return Double.MAX_VALUE;
        }

        private ActivePower power() {
            return new ActivePower(random.nextLong(RATED));
        }

        private static Interval span(long from, long to) {
            return new Interval(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
        }
    }
}
