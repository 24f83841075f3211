package org.wolfgate.agent.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalEnergy;
import org.wolfgate.agent.metering.IntervalQuality;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.metering.MeteringFlag;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/** What a deviation is worth, case by case. */
class DeviationSettlementTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Interval FIVE_MINUTES = new Interval(TEN, TEN.plusSeconds(300));
    private static final ActivePower RATED = ActivePower.parse("150 MW");
    private static final DeviationSettlement SETTLEMENT =
            new DeviationSettlement(new AccuracyClass(new BigDecimal("0.2")));

    @Test
    void obeyingAnOrderCostsNothing() {
        DeviationLine line = settle("8.333333 MWh", curtailedTo("100 MW", FIVE_MINUTES), "4298.56");
        assertEquals(Money.ZERO, line.amount());
        assertTrue(line.flags().contains("SCHEDULE_CURTAILED"));
        assertFalse(line.flags().contains("NONCOMPLIANT"));
    }

    @Test
    void ignoringAnOrderEarnsNothingInShortage() {
        DeviationLine line = settle("9 MWh", curtailedTo("100 MW", FIVE_MINUTES), "4298.56");
        assertEquals(Money.ZERO, line.amount());
        assertEquals(new Energy(666_667), line.excess());
        assertTrue(line.flags().contains("NONCOMPLIANT"));
    }

    @Test
    void ignoringAnOrderPaysTheNegativePriceOfSurplus() {
        DeviationLine line = settle("9 MWh", curtailedTo("100 MW", FIVE_MINUTES), "-5.00");
        assertEquals(new Money(-3_333_335), line.amount());
    }

    @Test
    void anOrderThatCameInMidIntervalActsForItsOwnTimeOnly() {
        Interval lastTwoMinutes = new Interval(TEN.plusSeconds(180), FIVE_MINUTES.end());
        DeviationLine line = settle("7.5 MWh", curtailedTo("0 MW", lastTwoMinutes), "100.00");
        assertEquals(Optional.of(Energy.parse("7.5 MWh")), line.offset().effective());
        assertEquals(Money.ZERO, line.amount());
        assertFalse(line.flags().contains("NONCOMPLIANT"), "three minutes at rated power are allowed");
    }

    @Test
    void aCapAboveTheScheduleMovesNoOffset() {
        DeviationLine line = settle("12.5 MWh", curtailedTo("150 MW", FIVE_MINUTES), "100.00");
        assertFalse(line.flags().contains("SCHEDULE_CURTAILED"));
        assertEquals(Money.ZERO, line.amount());
    }

    @Test
    void aCapDoesNotTouchTheScheduleOfALoad() {
        Schedule load = schedule("-20 MW");
        Offset offset = Offset.scheduled(FIVE_MINUTES, load, RATED, CapTrace.of(FIVE_MINUTES, ActivePower.ZERO));
        DeviationLine line = SETTLEMENT.settle(metered(new Energy(-2_000_000)), offset, price("100.00"), 1);
        assertEquals(Optional.of(new Energy(-333_333)), line.deviation());
        assertFalse(line.flags().contains("SCHEDULE_CURTAILED"));
    }

    @Test
    void withoutAContractTheWholeFlowIsADeviation() {
        Offset none = Offset.noContract(FIVE_MINUTES, RATED, CapTrace.NONE);
        DeviationLine line = SETTLEMENT.settle(metered(new Energy(4_916_667)), none, price("220.00"), 1);
        assertEquals("1081.666740", line.amount().toString());
    }

    @Test
    void anIntervalWithoutEnergyHasALineThatWaits() {
        MeteredInterval missing = partly(IntervalQuality.MISSING, Optional.empty());
        DeviationLine line = SETTLEMENT.settle(missing, plain(), price("100.00"), 1);
        assertEquals(Finality.PROVISIONAL, line.finality());
        assertEquals(Optional.empty(), line.deviation());
        assertTrue(line.flags().contains("ENERGY_INCOMPLETE"));
        assertEquals("100.00", line.price().price().toString(), "the price stands, only the energy is missing");
    }

    @Test
    void halfAnIntervalIsNoShortfall() {
        MeteredInterval half =
                partly(IntervalQuality.INCOMPLETE, Optional.of(IntervalEnergy.ofNet(new Energy(6_250_000))));
        DeviationLine line = SETTLEMENT.settle(half, plain(), price("4298.56"), 1);
        assertEquals(Money.ZERO, line.amount());
        assertEquals(Finality.PROVISIONAL, line.finality());
    }

    @Test
    void aScheduleThatHasNotArrivedIsNotAScheduleOfZero() {
        DeviationLine line = SETTLEMENT.settle(
                metered(new Energy(12_500_000)),
                Offset.unknown(FIVE_MINUTES, RATED, CapTrace.NONE),
                price("100.00"),
                1);
        assertEquals(Money.ZERO, line.amount());
        assertTrue(line.flags().contains("SCHEDULE_MISSING"));
        assertEquals(Finality.PROVISIONAL, line.finality());
    }

    @Test
    void aStandInPriceKeepsTheLineProvisional() {
        IntervalPrice standIn = new IntervalPrice(
                Price.parse("40.00"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "BASE60",
                true,
                Set.of("PROVISIONAL_NO_FREQ"));
        DeviationLine line = SETTLEMENT.settle(metered(new Energy(12_345_000)), plain(), standIn, 1);
        assertEquals(Finality.PROVISIONAL, line.finality());
        assertEquals("-6.200000", line.amount().toString(), "at the reference price, not at zero");
    }

    @Test
    void anAmountThatNothingCanHoldIsFlaggedAndNotPriced() {
        DeviationLine line = SETTLEMENT.settle(metered(new Energy(12_345_000)), plain(), price("65970697666540.00"), 1);
        assertEquals(Money.ZERO, line.amount());
        assertTrue(line.flags().contains("AMOUNT_OUT_OF_RANGE"));
        assertEquals(Finality.PROVISIONAL, line.finality());
        assertEquals("-0.155 MWh", line.deviation().orElseThrow().toString(), "the energy is not lost");
    }

    @Test
    void theMetersAccuracyIsOnEveryLine() {
        DeviationLine line = settle("12.345 MWh", plain(), "100.00");
        assertEquals("2.469000", line.uncertainty().orElseThrow().amount().toString());
        assertFalse(line.flags().contains("BELOW_METER_ACCURACY"));
        DeviationLine close = settle("12.499 MWh", plain(), "100.00");
        assertTrue(close.flags().contains("BELOW_METER_ACCURACY"), "1 kWh of deviation, 25 kWh of uncertainty");
    }

    @Test
    void aStatementRoundsOnceAndLeavesSupersededLinesOut() {
        DeviationLine first = settle("12.345 MWh", plain(), "100.00");
        DeviationLine second = SETTLEMENT.settle(first.metered(), first.offset(), price("100.07"), first.version() + 1);
        DeviationTotal total = DeviationTotal.of(List.of(first.superseded(), second, second));
        assertEquals("-31.021700", total.amount().toString());
        assertEquals("-31.02", total.rounded().toPlainString());
        assertEquals(2, total.intervals());
        assertEquals(0, total.provisional());
    }

    private static DeviationLine settle(String metered, Offset offset, String price) {
        return SETTLEMENT.settle(metered(Energy.parse(metered)), offset, price(price), 1);
    }

    private static MeteredInterval metered(Energy net) {
        return MeteredInterval.measured(FIVE_MINUTES, IntervalEnergy.ofNet(net), FrequencyMean.of(0, 0, 1));
    }

    private static MeteredInterval partly(IntervalQuality quality, Optional<IntervalEnergy> energy) {
        return new MeteredInterval(
                FIVE_MINUTES,
                1,
                energy,
                quality,
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                FrequencyMean.of(0, 0, 1),
                Set.<MeteringFlag>of());
    }

    private static Offset plain() {
        return Offset.scheduled(FIVE_MINUTES, schedule("150 MW"), RATED, CapTrace.NONE);
    }

    private static Offset curtailedTo(String cap, Interval span) {
        return Offset.scheduled(FIVE_MINUTES, schedule("150 MW"), RATED, CapTrace.of(span, ActivePower.parse(cap)));
    }

    private static Schedule schedule(String power) {
        return new Schedule("S1", List.of(new ScheduleBlock(FIVE_MINUTES, ActivePower.parse(power))), Duration.ZERO);
    }

    private static IntervalPrice price(String text) {
        return IntervalPrice.given(Price.parse(text), "test");
    }
}
