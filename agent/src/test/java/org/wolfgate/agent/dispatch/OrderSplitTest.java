package org.wolfgate.agent.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/** How the agent shares an order among the units behind its node. */
class OrderSplitTest {

    private static final Price SPOT = Price.parse("40.00");
    private static final Rationing PRO_RATA = new Rationing.ProRata();

    private static OrderSplit.Unit unit(String id, long kilowatts, String strike) {
        return new OrderSplit.Unit(
                id,
                ActivePower.ofKilowatts(kilowatts),
                strike.isEmpty() ? Optional.empty() : Optional.of(Price.parse(strike)));
    }

    private static OrderTerms cap(long watts) {
        return new OrderTerms(new ActivePower(watts), Optional.empty());
    }

    private static OrderTerms marginal(long watts, String strike, String share) {
        return new OrderTerms(
                new ActivePower(watts),
                Optional.of(new OrderTerms.Marginal(Optional.of(Price.parse(strike)), new BigDecimal(share))));
    }

    private static List<Long> watts(List<ActivePower> powers) {
        return powers.stream().map(ActivePower::watts).toList();
    }

    @Test
    void theHighestStrikeIsCutFirst() {
        List<OrderSplit.Unit> units = List.of(unit("a", 10, "20"), unit("b", 10, "35"), unit("c", 10, "30"));
        assertEquals(List.of(10_000L, 5_000L, 10_000L), watts(OrderSplit.split(SPOT, units, cap(25_000), PRO_RATA)));
    }

    @Test
    void aStrikeAboveTheSpotPriceStandsDownEvenWithRoomLeft() {
        List<OrderSplit.Unit> units = List.of(unit("a", 10, "40.01"), unit("b", 10, "40.00"), unit("c", 10, ""));
        assertEquals(List.of(0L, 10_000L, 10_000L), watts(OrderSplit.split(SPOT, units, cap(99_000), PRO_RATA)));
    }

    @Test
    void uninsuredUnitsShareWithThoseStruckAtTheSpotPrice() {
        List<OrderSplit.Unit> units = List.of(unit("a", 10, "40"), unit("b", 30, ""));
        assertEquals(List.of(2_000L, 6_000L), watts(OrderSplit.split(SPOT, units, cap(8_000), PRO_RATA)));
    }

    @Test
    void wattsThatDoNotDivideAreStillUsedUpToTheCap() {
        List<OrderSplit.Unit> units = List.of(unit("a", 1, "30"), unit("b", 1, "30"), unit("c", 1, "30"));
        assertEquals(List.of(334L, 333L, 333L), watts(OrderSplit.split(SPOT, units, cap(1_000), PRO_RATA)));
    }

    @Test
    void theCapIsTheSafetyNetOfTheMarginalStrike() {
        List<OrderSplit.Unit> units = List.of(unit("a", 10, "20"), unit("b", 10, "30"));
        assertEquals(
                List.of(10_000L, 2_000L),
                watts(OrderSplit.split(SPOT, units, marginal(12_000, "30", "0.9"), PRO_RATA)));
    }

    @Test
    void anOrderThatLetsNothingRunIsNotOneWithoutAStrike() {
        OrderTerms nothing = new OrderTerms(
                ActivePower.ofKilowatts(99), Optional.of(new OrderTerms.Marginal(Optional.empty(), BigDecimal.ZERO)));
        assertEquals(List.of(0L), watts(OrderSplit.split(SPOT, List.of(unit("a", 10, "20")), nothing, PRO_RATA)));
    }

    @Test
    void aLotteryGrantsWholeUnitsAndTheSameTotal() {
        Rationing lottery = new Rationing.Lottery("s1", "2030-01-01T00:00Z");
        List<OrderSplit.Unit> units = List.of(unit("B", 6, "30"), unit("C", 6, "30"), unit("D", 8, "30"));
        assertEquals(List.of(5_000L, 6_000L, 0L), watts(OrderSplit.split(SPOT, units, cap(11_000), lottery)));
    }

    @Test
    void severalAgentsAtOneNodeSplitLikeOne() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<OrderSplit.Unit> units = new ArrayList<>();
            for (int u = 0; u < 12; u++) {
                units.add(unit(
                        "u" + u, random.nextInt(50), random.nextInt(6) == 0 ? "" : "" + (30 + random.nextInt(14))));
            }
            OrderTerms order = marginal(
                    Long.MAX_VALUE,
                    "" + (30 + random.nextInt(11)),
                    new BigDecimal(random.nextInt(1001)).movePointLeft(3) + "");
            int cut = random.nextInt(13);
            List<Long> together = watts(OrderSplit.split(SPOT, units, order, PRO_RATA));
            List<Long> apart = new ArrayList<>(watts(OrderSplit.split(SPOT, units.subList(0, cut), order, PRO_RATA)));
            apart.addAll(watts(OrderSplit.split(SPOT, units.subList(cut, 12), order, PRO_RATA)));
            assertEquals(together, apart, "seed " + seed);
        }
    }

    @Test
    void noSplitExceedsTheCapOrAUnit() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<OrderSplit.Unit> units = new ArrayList<>();
            for (int u = 0; u < 8; u++) {
                units.add(unit("u" + u, random.nextInt(50), "" + (36 + random.nextInt(6))));
            }
            OrderTerms order = marginal(random.nextInt(300_000), "38", "0.37");
            Rationing rule = random.nextBoolean() ? PRO_RATA : new Rationing.Lottery("s", "" + seed);
            List<Long> split = watts(OrderSplit.split(SPOT, units, order, rule));
            assertTrue(
                    split.stream().mapToLong(Long::longValue).sum()
                            <= order.cap().watts(),
                    "seed " + seed);
            for (int u = 0; u < 8; u++) {
                assertTrue(split.get(u) <= units.get(u).scheduled().watts() && split.get(u) >= 0, "seed " + seed);
            }
        }
    }

    @Test
    void aShareBeyondOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> marginal(0, "30", "1.01"));
    }
}
