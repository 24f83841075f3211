package org.wolfgate.agent.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/** Against an oracle that walks second by second and cuts the dearest unit first, in decimals. */
class CurtailmentSettlementTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final BigDecimal WATT_SECONDS_PER_WATT_HOUR = BigDecimal.valueOf(3600);

    @Test
    void everyUnitIsOwedWhatItStoodBackEachSecondTimesSpotLessStrike() {
        Seeds.holds(500, random -> {
            List<InsuredTranche> units = units(random);
            long[] stoodBack = new long[units.size()];
            BigDecimal[] owed = IntStream.range(0, units.size())
                    .mapToObj(u -> BigDecimal.ZERO)
                    .toArray(BigDecimal[]::new);
            CurtailmentSettlement settlement = new CurtailmentSettlement();
            Instant at = NOON;
            for (int span = 0; span <= random.nextInt(5); span++) {
                long seconds = 1L + random.nextInt(30);
                Price spot = new Price(4000 + random.nextInt(4000));
                ActivePower cap = new ActivePower(random.nextInt(60_000_000));
                settlement.add(new Interval(at, at.plusSeconds(seconds)), units, order(cap), spot);
                at = at.plusSeconds(seconds);
                for (long second = 0; second < seconds; second++) {
                    walk(units, cap, spot, stoodBack, owed);
                }
            }
            assertLines(units, stoodBack, owed, settlement.lines());
        });
    }

    private static void walk(
            List<InsuredTranche> units, ActivePower cap, Price spot, long[] stoodBack, BigDecimal[] owed) {
        List<Integer> dearestFirst = IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparing((Integer u) ->
                                units.get(u).strike().orElse(spot).hundredths())
                        .reversed())
                .toList();
        long surplus = units.stream().mapToLong(u -> u.quantity().watts()).sum() - cap.watts();
        for (int u : dearestFirst) {
            long cut = Math.max(0, Math.min(surplus, units.get(u).quantity().watts()));
            surplus -= cut;
            stoodBack[u] += cut;
            BigDecimal rate = spot.perMegawattHour()
                    .subtract(units.get(u).strike().orElse(spot).perMegawattHour());
            owed[u] = owed[u].add(rate.multiply(BigDecimal.valueOf(cut)));
        }
    }

    private static void assertLines(
            List<InsuredTranche> units, long[] stoodBack, BigDecimal[] owed, List<UnitLine> lines) {
        for (int u = 0; u < units.size(); u++) {
            assertEquals(units.get(u).unit(), lines.get(u).unit());
            assertEquals(
                    BigDecimal.valueOf(stoodBack[u])
                            .divide(WATT_SECONDS_PER_WATT_HOUR, 0, RoundingMode.HALF_EVEN)
                            .longValueExact(),
                    lines.get(u).curtailed().wattHours());
            assertEquals(
                    owed[u].divide(WATT_SECONDS_PER_WATT_HOUR, 0, RoundingMode.HALF_EVEN)
                            .longValueExact(),
                    lines.get(u).compensation().micros(),
                    "currency/MWh times Wh is millionths of currency");
        }
    }

    /** Different strikes below every spot price, and perhaps one unit that nobody insured. */
    private static List<InsuredTranche> units(Random random) {
        List<InsuredTranche> units = new ArrayList<>();
        for (int u = 0; u <= random.nextInt(5); u++) {
            units.add(new InsuredTranche(
                    "u" + u,
                    new ActivePower(random.nextInt(20_000_000)),
                    Optional.of(new Price(500 * u + random.nextInt(500)))));
        }
        if (random.nextBoolean()) {
            units.add(new InsuredTranche("bare", new ActivePower(random.nextInt(9_000_000)), Optional.empty()));
        }
        return units;
    }

    private static CurtailmentOrder order(ActivePower cap) {
        return new CurtailmentOrder(
                "a",
                1,
                "iso",
                "solar",
                cap,
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON.plusSeconds(600),
                Duration.ofSeconds(10),
                "flowgate T1",
                NOON);
    }
}
