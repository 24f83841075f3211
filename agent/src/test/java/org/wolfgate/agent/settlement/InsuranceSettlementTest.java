package org.wolfgate.agent.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.insurance.NormalPrice;
import org.wolfgate.agent.insurance.UniformPrice;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.settlement.ScenarioForecast.Scenario;
import org.wolfgate.drivers.ActivePower;

class InsuranceSettlementTest {

    private static final BigFraction QUARTER = new BigFraction(1, 4);
    private static final SettledZone SPOT_40 =
            new SettledZone(new BigFraction(40), new UniformForecast(new BigFraction(32), new BigFraction(52)));

    @RepeatedTest(100)
    void whatTheIsoKeepsIsWhatTheUsersPayPlusItsHubTrade(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<SettledZone> zones = List.of(zone(random), zone(random), zone(random));
        List<InsuredSchedule> units = new ArrayList<>();
        for (int u = 0; u < 10; u++) {
            units.add(unit(random, u));
        }
        List<BigFraction> withdrawals = List.of(tenths(random, 500), tenths(random, 500), tenths(random, 500));
        InsuranceStatement statement = new InsuranceSettlement(QUARTER, zones).settle(units, withdrawals);
        BigFraction users = BigFraction.ZERO;
        for (InsuranceLine line : statement.lines()) {
            users = users.add(line.netToUser());
        }
        InsuranceTotals totals = statement.totals();
        assertEquals(users.negate().add(totals.hubTrade()), totals.isoNet());
        assertEquals(totals.premiums().subtract(totals.objective()), totals.isoNet());
        assertEquals(rentFromInjections(zones, units, withdrawals), totals.rent());
    }

    /** The rent as section 3.2 of the paper has it: sum of S_m (w_m - injections in m), net withdrawals. */
    private static BigFraction rentFromInjections(
            List<SettledZone> zones, List<InsuredSchedule> units, List<BigFraction> withdrawals) {
        BigFraction rent = BigFraction.ZERO;
        for (int m = 0; m < zones.size(); m++) {
            BigFraction net = withdrawals.get(m);
            for (InsuredSchedule unit : units) {
                net = unit.zone() == m ? net.subtract(unit.granted()) : net;
            }
            rent = rent.add(zones.get(m).spot().multiply(net).multiply(QUARTER));
        }
        return rent;
    }

    @RepeatedTest(100)
    void onAverageAPremiumExceedsItsCompensationByWhatTheGrantedPartWasWorth(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Scenario> scenarios = new ArrayList<>();
        List<BigFraction> granted = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int s = 0; s < count; s++) {
            scenarios.add(new Scenario(tenths(random, 600).subtract(new BigFraction(10)), new BigFraction(1, count)));
            granted.add(tenths(random, 200));
        }
        BigFraction strike = tenths(random, 500);
        InsuranceExpectation expectation =
                InsuranceExpectation.over(new ScenarioForecast(scenarios), strike, new BigFraction(20), granted);
        BigFraction worth = BigFraction.ZERO;
        for (int s = 0; s < count; s++) {
            BigFraction margin = scenarios.get(s).price().subtract(strike);
            worth = worth.add(
                    margin.doubleValue() > 0 ? margin.multiply(granted.get(s)).divide(count) : BigFraction.ZERO);
        }
        assertEquals(worth, expectation.surplus());
        assertTrue(expectation.surplus().compareTo(BigFraction.ZERO) >= 0);
    }

    @RepeatedTest(100)
    void exactPremiumsAreTheCurvesOfTheInsuranceRoom(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        BigFraction low = tenths(random, 400);
        BigFraction high = low.add(new BigFraction(1 + random.nextInt(300), 10));
        BigFraction strike = tenths(random, 900);
        assertEquals(
                new UniformPrice(low.doubleValue(), high.doubleValue()).premium(strike.doubleValue()),
                new UniformForecast(low, high).premium(strike).doubleValue(),
                1e-12);
    }

    @Test
    void totalsAreSumsOfRoundedItemsAndNotTheRoundedSum() {
        BigFraction third = new BigFraction(1, 3);
        List<InsuredSchedule> units = new ArrayList<>();
        for (int u = 0; u < 3; u++) {
            units.add(new InsuredSchedule(
                    "u" + u, 0, 0, Optional.of(new BigFraction(30)), third, third, BigFraction.ZERO));
        }
        InsuranceStatement statement = new InsuranceSettlement(BigFraction.ONE, List.of(SPOT_40)).settle(units);
        assertEquals(new BigFraction(10), statement.totals().compensation());
        assertEquals(new BigDecimal("9.99"), statement.roundedTotals().compensation());
    }

    @Test
    void halfACentGoesToTheEvenCent() {
        InsuranceLine line =
                new InsuranceLine("u", new BigFraction(1, 200), new BigFraction(3, 200), new BigFraction(-1, 200));
        assertEquals("0.00", line.rounded().premium().toPlainString());
        assertEquals("0.02", line.rounded().compensation().toPlainString());
        assertEquals("0.00", line.rounded().fee().toPlainString());
        assertEquals(new Money(20_000), line.rounded().money());
    }

    @Test
    void onlyTheScheduledPartOfAnInsuredUnitIsCompensated() {
        InsuredSchedule unit = InsuredSchedule.of(
                "u",
                0,
                0,
                Optional.of(Price.parse("30")),
                ActivePower.parse("20 MW"),
                ActivePower.parse("15 MW"),
                ActivePower.parse("10 MW"));
        InsuranceLine line = new InsuranceSettlement(BigFraction.ONE, List.of(SPOT_40))
                .settle(List.of(unit))
                .lines()
                .get(0);
        assertEquals(new BigFraction(240), line.premium());
        assertEquals(new BigFraction(50), line.compensation());
    }

    @Test
    void aForecastWithoutARationalPremiumIsRoundedToAMillionthPerMegawattHour() {
        FittedForecast forecast = new FittedForecast(new NormalPrice(40, 5));
        assertEquals(new BigFraction(1_994_711, 1_000_000), forecast.premium(new BigFraction(40)));
    }

    @Test
    void aUnitInAnUnknownZoneIsRefusedByName() {
        InsuredSchedule unit = new InsuredSchedule(
                "north-3", 2, 0, Optional.empty(), BigFraction.ONE, BigFraction.ONE, BigFraction.ONE);
        InsuranceSettlement interval = new InsuranceSettlement(BigFraction.ONE, List.of(SPOT_40));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> interval.settle(List.of(unit)));
        assertTrue(refusal.toString().contains("settlement of north-3: zone 2"), refusal.toString());
    }

    private static SettledZone zone(Random random) {
        BigFraction low = tenths(random, 300);
        return new SettledZone(
                tenths(random, 700).subtract(new BigFraction(10)),
                new UniformForecast(low, low.add(new BigFraction(20))));
    }

    private static InsuredSchedule unit(Random random, int index) {
        BigFraction insured = tenths(random, 1000);
        BigFraction granted = insured.multiply(new BigFraction(random.nextInt(8), 7));
        Optional<BigFraction> strike = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(tenths(random, 600).subtract(new BigFraction(10)));
        return new InsuredSchedule(
                "u" + index, random.nextInt(3), random.nextInt(3), strike, insured, insured, granted);
    }

    private static BigFraction tenths(Random random, int most) {
        return new BigFraction(random.nextInt(most + 1), 10);
    }
}
