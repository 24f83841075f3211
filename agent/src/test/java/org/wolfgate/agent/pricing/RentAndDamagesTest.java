package org.wolfgate.agent.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

class RentAndDamagesTest {

    @Test
    void deviationsThatCancelPayTheGatesRentAndNothingElse() {
        Property.holds(random -> {
            Flowgate gate = new Flowgate("G", new Price(Property.between(random, 10, 500)), PerUnit.parse("0.10"));
            PerUnit loading = new PerUnit(Property.between(random, -100, 100) * 10_000_000L);
            int nodes = Property.between(random, 2, 12);
            List<Long> deviations = new ArrayList<>();
            for (int i = 1; i < nodes; i++) {
                deviations.add((long) Property.between(random, -5_000_000, 5_000_000));
            }
            deviations.add(-deviations.stream().mapToLong(d -> d).sum());
            double amounts = 0;
            double flow = 0;
            double slack = 0;
            for (long deviation : deviations) {
                PerUnit factor = new PerUnit(Property.between(random, -100, 100) * 10_000_000L);
                NodePrice node = new NodePrice(Illustrative.AT_60_HZ, List.of(new GateShare(gate, factor)));
                NodeQuote quote =
                        node.quote(new Frequency(60_000), Optional.of(ActivePower.ZERO), Map.of("G", loading));
                amounts += quote.quote().price().times(new Energy(deviation)).micros() / 1e6;
                flow += factor.billionths() / 1e9 * deviation / 1e6;
                slack += 0.0051 * Math.abs(deviation) / 1e6 + 1e-6;
            }
            double share = loading.billionths() / 1e8;
            double rent = gate.scale().hundredths() / 100.0 * Math.signum(share) * (Math.pow(2, Math.abs(share)) - 1);
            assertEquals(-rent * flow, amounts, slack);
        });
    }

    @Test
    void bothAccountingsPayTheSameWhenReplacementIsDearer() {
        Property.holds(random -> {
            Price contract = new Price(Property.between(random, 0, 20_000));
            Price deviation = new Price(contract.hundredths() + Property.between(random, 0, 500_000));
            Energy schedule = new Energy(Property.between(random, 0, 1_000_000) * 100L);
            Energy metered = new Energy(Property.between(random, 0, 1_000_000) * 100L);
            assertEquals(
                    Damages.of(Accounting.GROSS, deviation, contract, schedule, metered)
                            .net(),
                    Damages.of(Accounting.NET, deviation, contract, schedule, metered)
                            .net());
        });
    }

    @Test
    void onlyGrossLetsADefaulterGainFromCheapPower() {
        Property.holds(random -> {
            Price contract = new Price(Property.between(random, 1, 20_000));
            Price deviation = new Price(contract.hundredths() - Property.between(random, 1, 40_000));
            Energy schedule = new Energy(Property.between(random, 10, 1_000_000) * 100L);
            Energy metered = new Energy(schedule.wattHours() - Property.between(random, 1, 9) * 100L);
            Money gross = Damages.of(Accounting.GROSS, deviation, contract, schedule, metered)
                    .net();
            Money net = Damages.of(Accounting.NET, deviation, contract, schedule, metered)
                    .net();
            assertTrue(gross.compareTo(net) > 0, gross + " is not above " + net);
            assertEquals(contract.times(metered), net);
        });
    }

    @Test
    void lowVoltagePaysForInjectedVarsAndTheMirroredHighVoltageTakesAsMuch() {
        Property.holds(random -> {
            long departure = Property.between(random, 1, 10_000) * 1_000L;
            Voltage schedule = new Voltage(138_000_000);
            Price node = new Price(Property.between(random, -5_000, 50_000));
            Price low = ReactivePrice.ILLUSTRATIVE
                    .quote(schedule, new Voltage(schedule.millivolts() - departure), node)
                    .price();
            Price high = ReactivePrice.ILLUSTRATIVE
                    .quote(schedule, new Voltage(schedule.millivolts() + departure), node)
                    .price();
            assertTrue(low.hundredths() >= 0, low.toString());
            assertEquals(-low.hundredths(), high.hundredths());
        });
    }

    @Test
    void anUnknownLoadingDropsItsTermAndNamesTheGate() {
        Flowgate gate = new Flowgate("G1", Price.parse("1"), PerUnit.parse("0.10"));
        NodePrice node = new NodePrice(Illustrative.AT_60_HZ, List.of(new GateShare(gate, PerUnit.parse("0.40"))));
        NodeQuote quote = node.quote(new Frequency(60_000), Optional.of(ActivePower.ZERO), Map.of());
        assertEquals(Price.parse("40.00"), quote.quote().price());
        assertEquals(Set.of("FLOWGATE_MISSING:G1"), quote.flags());
    }
}
