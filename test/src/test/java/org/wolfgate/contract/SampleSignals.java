package org.wolfgate.contract;

import static org.wolfgate.contract.SampleRecords.NOON;
import static org.wolfgate.contract.SampleRecords.ORDER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.Owed;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.Dependency;
import org.wolfgate.agent.curtailment.FailSafeAction;
import org.wolfgate.agent.curtailment.Verdict.UnitCut;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.agent.pricing.tariff.Provenance;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/** What generators are told, with every optional field present, and with every one absent. */
final class SampleSignals {

    private SampleSignals() {}

    static GeneratorView curtailed() {
        Cap cap = new Cap(
                Optional.of(ORDER.cap()),
                Optional.of(ORDER.id()),
                "flowgate T1; fail-safe: what was in force is held",
                Optional.of(Dependency.UPSTREAM),
                Optional.of(FailSafeAction.Kind.HOLD));
        OrderEntry entry = new OrderEntry(ORDER, OrderState.CONFIRMED_BY_METER, NOON, Optional.of(NOON));
        return new GeneratorView(
                "wind",
                NOON,
                cap,
                Optional.of(entry),
                List.of(new UnitCut("wind-b", new Energy(45_598), new Money(341_981))),
                Map.of("wind-b", new Owed(new Money(1), new Money(2))),
                new Money(-86_139),
                "illustrative-60hz",
                Provenance.OWN_CHOICE,
                List.of(insured(), bare()));
    }

    static GeneratorView free() {
        return new GeneratorView(
                "wind",
                NOON,
                Cap.NONE,
                Optional.empty(),
                List.of(),
                Map.of(),
                Money.ZERO,
                "illustrative-60hz",
                Provenance.OWN_CHOICE,
                List.of());
    }

    static GeneratorView.Unit insured() {
        return new GeneratorView.Unit(
                "wind-b",
                Optional.of(Price.parse("34.50")),
                Optional.of(ActivePower.ofKilowatts(11_000)),
                Optional.of(ActivePower.ofKilowatts(2_002)));
    }

    static GeneratorView.Unit bare() {
        return new GeneratorView.Unit("bare", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
