package org.wolfgate.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.metering.ReactiveInterval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Accounting;
import org.wolfgate.agent.pricing.ReactivePrice;
import org.wolfgate.agent.pricing.Voltage;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.agent.settlement.DamagesTerms;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.DeviationSettlement;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.ReactiveTerms;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.GridVoltage;

/** Statement lines of nodes whose contract settles shortfalls, or whose vars are priced. */
final class SampleTerms {

    private static final Price PRICE = Price.parse("61.00");

    private SampleTerms() {}

    static SettledInterval damaged(MeteredInterval metered) {
        DamagesTerms terms = new DamagesTerms(Accounting.NET, Price.parse("35.00"));
        return new SettledInterval("wind", line(metered, Optional.of(terms)), List.of(), Set.of());
    }

    static SettledInterval withVars(MeteredInterval metered) {
        return vars(
                metered,
                new ReactiveInterval(Optional.of(new GridVoltage(129_360_000)), 290, 300, Optional.of(-4_000L)));
    }

    static SettledInterval withoutVoltage(MeteredInterval metered) {
        return vars(metered, new ReactiveInterval(Optional.empty(), 0, 300, Optional.empty()));
    }

    private static SettledInterval vars(MeteredInterval metered, ReactiveInterval vars) {
        ReactiveTerms terms = new ReactiveTerms(ReactivePrice.ILLUSTRATIVE, Voltage.ofKilovolts(new BigDecimal(132)));
        return new SettledInterval(
                "wind", line(metered, Optional.empty()), List.of(), Set.of(), Optional.of(terms.settle(vars, PRICE)));
    }

    private static DeviationLine line(MeteredInterval metered, Optional<DamagesTerms> damages) {
        Offset offset = new Offset(
                Optional.of(new Energy(1_250_000)),
                Optional.of(new Energy(1_250_000)),
                false,
                Optional.empty(),
                Optional.of("day-ahead-wind"),
                List.of());
        return new DeviationSettlement(new AccuracyClass(new BigDecimal("0.2")), damages)
                .settle(metered, offset, IntervalPrice.given(PRICE, "illustrative-60hz"), 1);
    }
}
