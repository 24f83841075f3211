package org.wolfgate.agent.curtailment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/** What is scheduled of the insured tranches, who is cut, and which plant gets how much. */
class CurtailmentRulesTest {

    private static final List<InsuredTranche> NODE =
            List.of(tranche("bare", 10, ""), tranche("dear", 20, "45"), tranche("cheap", 20, "30"));

    @Test
    void theLowestStrikeIsScheduledFirstAndTheUninsuredLast() {
        assertEquals("cheap=20 dear=5 bare=0", shown(TrancheLadder.scheduled(NODE, power(25))));
        assertEquals("cheap=20 dear=20 bare=3", shown(TrancheLadder.scheduled(NODE, power(43))));
    }

    @Test
    void whatIsScheduledBeyondAllTranchesIsAnUninsuredUnit() {
        assertEquals("cheap=20 dear=20 bare=10 uncovered=7", shown(TrancheLadder.scheduled(NODE, power(57))));
        assertEquals("uncovered=7", shown(TrancheLadder.scheduled(List.of(), power(7))));
    }

    @Test
    void aWithdrawalSchedulesNobody() {
        assertEquals("cheap=0 dear=0 bare=0", shown(TrancheLadder.scheduled(NODE, power(-5))));
    }

    @Test
    void theUninsuredAreCutFirstThenTheHighestStrike() {
        List<InsuredTranche> all = TrancheLadder.scheduled(NODE, power(50));
        assertEquals("{cheap=20, dear=20, bare=4}", granted(all, 44, "60"));
        assertEquals("{cheap=20, dear=13, bare=0}", granted(all, 33, "60"));
        assertEquals("{cheap=9, dear=0, bare=0}", granted(all, 9, "60"));
    }

    @Test
    void aUnitStruckAboveTheSpotPriceStandsDownByItself() {
        assertEquals("{cheap=20, dear=0, bare=10}", granted(TrancheLadder.scheduled(NODE, power(50)), 50, "40"));
    }

    @Test
    void equalStrikesShareProRata() {
        List<InsuredTranche> twins = List.of(tranche("a", 10, "30"), tranche("b", 30, "30"));
        assertEquals("{a=4, b=12}", granted(twins, 16, "60"));
    }

    @Test
    void grantsNeverExceedCapOrQuantityAndUseTheCap() {
        Seeds.holds(2_000, random -> {
            Map<String, Long> quantity = new LinkedHashMap<>();
            List<InsuredTranche> units = random.ints(1 + random.nextInt(6), 0, 40_000)
                    .mapToObj(watts -> new InsuredTranche(
                            "u" + quantity.size(),
                            new ActivePower(quantity.merge("u" + quantity.size(), (long) watts, Long::sum)),
                            random.nextInt(4) == 0 ? Optional.empty() : Optional.of(new Price(random.nextInt(3)))))
                    .toList();
            ActivePower cap = new ActivePower(random.nextInt(100_000));
            Map<String, ActivePower> granted = UnitGrants.under(Orders.capped(cap), new Price(5), units);
            granted.forEach((unit, power) -> assertTrue(
                    power.watts() >= 0 && power.watts() <= quantity.getOrDefault(unit, 0L), unit + " " + power));
            long sum = granted.values().stream().mapToLong(ActivePower::watts).sum();
            long all = quantity.values().stream().mapToLong(Long::longValue).sum();
            assertEquals(Math.min(cap.watts(), all), sum);
        });
    }

    private static String granted(List<InsuredTranche> units, long megawatts, String spot) {
        Map<String, Long> shown = new LinkedHashMap<>();
        UnitGrants.under(Orders.capped(power(megawatts)), Price.parse(spot), units)
                .forEach((unit, power) -> shown.put(unit, power.watts() / 1_000_000));
        return shown.toString();
    }

    private static String shown(List<InsuredTranche> tranches) {
        return tranches.stream()
                .map(tranche -> tranche.unit() + "=" + tranche.quantity().watts() / 1_000_000)
                .collect(Collectors.joining(" "));
    }

    private static InsuredTranche tranche(String unit, long megawatts, String strike) {
        return new InsuredTranche(
                unit, power(megawatts), strike.isEmpty() ? Optional.empty() : Optional.of(Price.parse(strike)));
    }

    private static ActivePower power(long megawatts) {
        return new ActivePower(megawatts * 1_000_000);
    }
}
