package org.wolfgate.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.metering.FrequencyCounts;
import org.wolfgate.agent.metering.FrequencyCounts.Count;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalEnergy;
import org.wolfgate.agent.metering.IntervalQuality;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.metering.MeteringFlag;
import org.wolfgate.agent.metering.Registers;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.OrderEvent;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.agent.orders.Refusal;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.GateShare;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.agent.settlement.DeviationSettlement;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.UnitLine;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/** Records with every optional field present, and the same with every one absent. */
final class SampleRecords {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final CurtailmentOrder ORDER = new CurtailmentOrder(
            "wind-2",
            2,
            "iso",
            "wind",
            ActivePower.ofKilowatts(14_000),
            Optional.of(Price.parse("34.50")),
            Optional.of(new BigDecimal("0.25")),
            NOON,
            NOON.plusSeconds(600),
            Duration.ofSeconds(60),
            "flowgate T1",
            NOON.minusSeconds(5));
    private static final Interval FIVE_MINUTES = new Interval(NOON, NOON.plusSeconds(300));

    private SampleRecords() {}

    static List<AgentRecord> all() {
        return List.of(
                new AgentRecord.IntervalClosed("wind", metered()),
                new AgentRecord.IntervalClosed("wind", unknown()),
                new AgentRecord.IntervalSettled(settled(metered())),
                new AgentRecord.IntervalSettled(settled(unknown())),
                new AgentRecord.OrderStep(event(OrderState.APPLYING, Optional.of("wind"), Optional.empty())),
                new AgentRecord.OrderStep(
                        event(OrderState.REFUSED, Optional.empty(), Optional.of(Refusal.UNKNOWN_ORDER))),
                new AgentRecord.OrderClosed(verdict(Optional.of(Duration.ofMillis(8219)))),
                new AgentRecord.OrderClosed(verdict(Optional.empty())),
                new AgentRecord.OrderClosed(verdict(Optional.empty()).next(List.of())),
                new AgentRecord.Note(NOON, "stopped", "in good order"));
    }

    private static MeteredInterval metered() {
        return new MeteredInterval(
                FIVE_MINUTES,
                1,
                Optional.of(new IntervalEnergy(new Energy(1_166_000), Energy.ZERO)),
                IntervalQuality.MEASURED,
                FIVE_MINUTES.length(),
                Duration.ZERO,
                Optional.of(new Registers(new Energy(70_000_000), new Energy(400))),
                Optional.of(new Registers(new Energy(71_166_000), new Energy(400))),
                new FrequencyMean(Optional.of(new Frequency(59_998)), 300, 300)
                        .with(new FrequencyCounts(List.of(new Count(59_997, 100), new Count(59_999, 200)))),
                Set.of(MeteringFlag.ROLLOVER));
    }

    private static MeteredInterval unknown() {
        return new MeteredInterval(
                FIVE_MINUTES,
                1,
                Optional.empty(),
                IntervalQuality.MISSING,
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                new FrequencyMean(Optional.empty(), 0, 300),
                Set.of());
    }

    private static SettledInterval settled(MeteredInterval metered) {
        Offset offset = new Offset(
                Optional.of(new Energy(1_250_000)),
                Optional.of(new Energy(1_100_000)),
                true,
                Optional.of(new Energy(1_166_000)),
                Optional.of("day-ahead-wind"),
                List.of("wind-2"));
        IntervalPrice price = new IntervalPrice(
                Price.parse("-3.20"),
                metered.frequency().mean(),
                Optional.empty(),
                List.of(
                        new GateTerm(share("northgate", "0.4"), Optional.of(PerUnit.parse("0.85"))),
                        new GateTerm(share("t1", "-1"), Optional.empty())),
                metered.frequency().mean(),
                Optional.of(Illustrative.AT_60_HZ),
                "illustrative-60hz",
                metered.frequency().mean().isEmpty(),
                Set.of("ACE_MISSING", "FLOWGATE_MISSING:t1"));
        List<UnitLine> units = List.of(
                new UnitLine("wind-b", Optional.of(Price.parse("34.50")), new Energy(10_720), new Money(80_400)),
                new UnitLine("uncovered", Optional.empty(), new Energy(4_764), Money.ZERO));
        DeviationSettlement settlement = new DeviationSettlement(new AccuracyClass(new BigDecimal("0.2")));
        return new SettledInterval("wind", settlement.settle(metered, offset, price, 1), units, Set.of());
    }

    private static GateShare share(String gate, String factor) {
        return new GateShare(new Flowgate(gate, Price.parse("1.00"), PerUnit.parse("0.10")), PerUnit.parse(factor));
    }

    private static OrderEvent event(OrderState state, Optional<String> node, Optional<Refusal> refusal) {
        return new OrderEvent(ORDER.id(), node, state, refusal, "cap 14 MW", NOON, false);
    }

    private static Verdict verdict(Optional<Duration> timeToComply) {
        return new Verdict(
                ORDER,
                timeToComply.isPresent() ? Verdict.Outcome.COMPLIED : Verdict.Outcome.NOT_JUDGED,
                OrderState.EXPIRED,
                NOON,
                NOON.plusSeconds(600),
                timeToComply,
                Energy.ZERO,
                new Energy(66),
                List.of(new Verdict.UnitCut("wind-b", new Energy(45_598), new Money(341_981))),
                Verdict.Revision.PENDING);
    }
}
