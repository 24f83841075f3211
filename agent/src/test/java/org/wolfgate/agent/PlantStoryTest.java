package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.LimitHeld;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.ScheduleArrived;
import org.wolfgate.agent.control.Event.SpotArrived;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.Event.TranchesArrived;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.curtailment.FailSafePolicy;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/**
 * Node solar with two plants: the park of 48 MW makes the power of a unit insured at 20, the roof of 24 MW that of one
 * insured at 40; 60 MW are scheduled, the spot price is 50.
 */
class PlantStoryTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    private Substation substation = new Substation(settings(), SubstationState.NEW);
    private final Map<String, ActivePower> told = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int commands;
    private int sequence;
    private int second;

    @Test
    void theHighestStrikeIsCutAtThePlantThatMakesItsPower() {
        market();
        order(45, Optional.empty());
        assertEquals("{solar-park=40, solar-roof=5}", told());
        order(30, Optional.empty());
        assertEquals("{solar-park=30, solar-roof=0}", told());
    }

    @Test
    void theMarginalStrikeAndShareOfAnOrderCountWhereItsCapIsTheLimit() {
        market();
        order(52, Optional.of("0.5"));
        assertEquals("{solar-park=40, solar-roof=12}", told());
    }

    @Test
    void withoutASpotPriceThePlantsShareByRating() {
        order(45, Optional.empty());
        assertEquals("{solar-park=30, solar-roof=15}", told());
    }

    @Test
    void aPlantThatComesBackWithoutItsSetPointIsToldAgain() {
        order(30, Optional.empty());
        int before = commands;
        take(new LimitHeld("solar-park", Reading.good(power(20))));
        run(10);
        assertEquals(before, commands, "it holds what it was told");
        take(new LimitHeld("solar-park", Reading.good(power(48))));
        run(1);
        assertEquals(before + 1, commands, "it was restarted and holds its rating");
    }

    @Test
    void aLostPlantLinkIsOnRecordOnceAndItsSetPointIsSentUntilItIsBack() {
        order(30, Optional.empty());
        int before = commands;
        for (int look = 0; look < 4; look++) {
            take(new LimitHeld("solar-park", Reading.missing("no answer within 1000 ms")));
        }
        run(6);
        assertEquals(before + 1, commands);
        take(new LimitHeld("solar-park", Reading.good(power(20))));
        assertEquals(
                List.of("plant link lost", "plant link back"),
                notes.stream().filter(what -> what.startsWith("plant link")).toList());
    }

    @Test
    void whatWasLearntOfThePlantsSurvivesARestart() {
        for (int day = 0; day < 3; day++) {
            second += 1000;
            meter(60);
            order(20, Optional.empty());
            for (int past = 0; past < 30; past++) {
                second++;
                meter(past < 5 ? 60 : Math.max(20, 60 - 4 * (past - 5)));
            }
            second += 1000;
            run(1);
        }
        assertTrue(notes.contains("plant response learnt"), notes.toString());
        Map<String, String> stored = new StateChanges(Set.of()).of(substation.state());
        assertTrue(stored.getOrDefault("nodes/solar", "").contains("slewPerSecond"), stored.toString());
        substation = new Substation(settings(), StateCodec.read(List.of("solar", "wind"), stored));
        assertEquals(stored, new StateChanges(Set.of()).of(substation.state()));
    }

    private void market() {
        Interval day = new Interval(NOON.minusSeconds(60), NOON.plusSeconds(100_000));
        take(new ScheduleArrived("solar", "s", List.of(new ScheduleBlock(day, power(64)))));
        take(new SpotArrived("west", List.of(new SpotBlock(day, Price.parse("50.00")))));
        take(new TranchesArrived(
                "solar",
                List.of(
                        new InsuredTranche("solar-a", power(40), Optional.of(Price.parse("20.00"))),
                        new InsuredTranche("solar-b", power(24), Optional.of(Price.parse("40.00"))))));
    }

    private void order(long cap, Optional<String> share) {
        Instant now = NOON.plusSeconds(second);
        sequence++;
        take(new OrderArrived(
                new CurtailmentOrder(
                        "o" + sequence,
                        sequence,
                        "iso",
                        "solar",
                        power(cap),
                        share.map(half -> Price.parse("40.00")),
                        share.map(BigDecimal::new),
                        now,
                        now.plusSeconds(600),
                        Duration.ofSeconds(60),
                        "flowgate T1",
                        now),
                true));
    }

    private void meter(long megawatts) {
        MeterReading nothing = MeterReading.missing("not asked");
        take(new MeterRead(
                "solar-meter",
                new MeterReading(
                        Reading.good(power(megawatts)), nothing.frequency(), nothing.exported(), nothing.imported())));
    }

    private void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            second++;
            take(new Tick());
        }
    }

    private void take(Event event) {
        Effects effects = new Effects();
        Instant now = NOON.plusSeconds(second);
        substation.handle(now, event, effects);
        effects.records().forEach(record -> {
            if (record instanceof Note note) {
                notes.add(note.what());
            }
        });
        effects.setPoints().forEach(sent -> {
            commands++;
            told.put(sent.plant(), sent.cap());
            take(new LimitReported(sent.plant(), sent.cap(), Reading.good(sent.cap())));
        });
    }

    private String told() {
        Map<String, Long> shown = new TreeMap<>();
        told.forEach((plant, power) -> shown.put(plant, power.watts() / 1_000_000));
        return shown.toString();
    }

    private static SubstationSettings settings() {
        SubstationSettings plain = StorySubstation.settings(FailSafePolicy.NONE);
        NodeSettings solar = plain.nodes().get(0);
        Map<String, List<String>> units = new LinkedHashMap<>();
        units.put("solar-a", List.of("solar-park"));
        units.put("solar-b", List.of("solar-roof"));
        NodeSettings known = new NodeSettings(
                solar.id(),
                solar.zone(),
                solar.meter(),
                solar.meterRule(),
                solar.rating(),
                solar.plants(),
                units,
                solar.tolerance(),
                solar.contract(),
                solar.accuracy(),
                solar.failSafe(),
                solar.gates(),
                solar.ramp(),
                solar.signal(),
                solar.terms());
        return new SubstationSettings(
                plain.substation(),
                plain.grid(),
                plain.price(),
                List.of(known, plain.nodes().get(1)),
                plain.gates());
    }

    private static ActivePower power(long megawatts) {
        return new ActivePower(megawatts * 1_000_000);
    }
}
