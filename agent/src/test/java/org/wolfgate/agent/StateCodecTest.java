package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.drivers.ActivePower;

/** That a busy substation survives a restart whole, the stories show; here is what else a ledger may hold. */
class StateCodecTest {

    private static final Instant NOON = StoryMessages.at("12:00:00");

    private final Substation substation = new Substation(StorySubstation.settings(), SubstationState.NEW);

    @Test
    void whatIsWrittenIsReadAndWrittenAgainTheSame() {
        SubstationState state = busy();
        Map<String, String> texts = texts(state);
        SubstationState read = StateCodec.read(List.of("solar", "wind"), texts);
        assertEquals(state, read);
        assertEquals(texts, texts(read));
    }

    @Test
    void anEmptyLedgerIsANewSubstation() {
        assertEquals(SubstationState.NEW, StateCodec.read(List.of("solar"), Map.of()));
    }

    @Test
    void aReadingOfOneNodeRewritesThatNodeAlone() {
        Map<String, String> before = texts(busy());
        var reading = new StoryMeters().read("wind", NOON.plusSeconds(9), ActivePower.parse("9 MW"), false);
        substation.handle(NOON.plusSeconds(9), new MeterRead("wind-meter", reading), new Effects());
        Map<String, String> after = texts(substation.state());
        after.entrySet().removeAll(before.entrySet());
        assertEquals(Set.of("nodes/wind"), after.keySet());
    }

    @Test
    void anOrderRewritesNoOtherOrderAndIsLetGoInItsTime() {
        StateChanges changes = new StateChanges(Set.of());
        changes.of(busy());
        Event third =
                StoryMessages.read(NOON.plusSeconds(9), "order", "id=c sequence=3 cap=6 start=12:00:40 end=12:01:00");
        substation.handle(NOON.plusSeconds(9), third, new Effects());
        Set<String> changed = changes.of(substation.state()).keySet();
        assertTrue(changed.contains("orders/c") && !changed.contains("orders/b"), changed.toString());
        substation.handle(NOON.plus(Duration.ofDays(9)), new Tick(), new Effects());
        substation.handle(NOON.plus(Duration.ofDays(18)), new Tick(), new Effects());
        Map<String, String> late = changes.of(substation.state());
        assertEquals("", late.get("orders/a"));
        assertEquals("", late.get("orders/c"));
    }

    @Test
    void anOrderDoesNotWaitUntilTheReadingsOfOtherNodesAreStored() {
        StateChanges changes = new StateChanges(Set.of());
        changes.of(busy());
        var reading = new StoryMeters().read("wind", NOON.plusSeconds(8), ActivePower.parse("9 MW"), false);
        substation.handle(NOON.plusSeconds(8), new MeterRead("wind-meter", reading), new Effects());
        Event third =
                StoryMessages.read(NOON.plusSeconds(9), "order", "id=c sequence=3 cap=6 start=12:00:09 end=12:01:00");
        substation.handle(NOON.plusSeconds(9), third, new Effects());
        Set<String> now = changes.decided(substation.state(), Set.of()).keySet();
        assertTrue(now.contains("orders/c") && now.contains("nodes/solar"), now.toString());
        assertFalse(now.contains("nodes/wind"), now.toString());
        var later = new StoryMeters().read("solar", NOON.plusSeconds(10), ActivePower.parse("5 MW"), false);
        substation.handle(NOON.plusSeconds(10), new MeterRead("solar-meter", later), new Effects());
        assertTrue(
                changes.decided(substation.state(), Set.of("solar")).containsKey("nodes/solar"),
                "a step of an order is stored with the readings that it follows from");
        assertTrue(changes.of(substation.state()).containsKey("nodes/wind"), "the next checkpoint has them");
    }

    @Test
    void ordersThatAnEarlierVersionStoredAsOneListAreStillKnown() {
        Map<String, String> texts = new HashMap<>(texts(busy()));
        String a = texts.remove("orders/a");
        String b = texts.remove("orders/b");
        texts.computeIfPresent(
                "orders", (name, text) -> text.replace("{\"entries\":{}", "{\"entries\":[" + a + "," + b + "]"));
        assertEquals(substation.state(), StateCodec.read(List.of("solar", "wind"), texts));
    }

    @Test
    void anIntervalThatAnEarlierVersionLeftWaitingHasNoLoadings() {
        busy();
        StoryMeters meters = new StoryMeters();
        for (int s = 8; s < 22; s++) {
            Instant at = NOON.plusSeconds(s);
            var reading = meters.read("wind", at, ActivePower.parse("9 MW"), false);
            substation.handle(at, new MeterRead("wind-meter", reading), new Effects());
        }
        Map<String, String> texts = new HashMap<>(texts(substation.state()));
        texts.replaceAll((name, text) -> text.replace("\"loadings\":{},", ""));
        assertTrue(!texts.equals(texts(substation.state())), "an interval waits for its schedule");
        assertEquals(substation.state(), StateCodec.read(List.of("solar", "wind"), texts));
    }

    @Test
    void aTornTextIsNamed() {
        Map<String, String> texts = texts(busy());
        String orders = texts.getOrDefault("orders", "");
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> StateCodec.read(List.of("solar"), Map.of("orders", orders.substring(0, orders.length() / 2))));
        assertTrue(String.valueOf(e.getMessage()).contains("orders"), e.getMessage());
    }

    private static Map<String, String> texts(SubstationState state) {
        return new StateChanges(Set.of()).of(state);
    }

    private SubstationState busy() {
        for (String line : List.of(
                "schedule solar 36 until 13:00:00",
                "tranches solar low=14.4@30 bare=7.2",
                "spot 60.05 until 13:00:00",
                "order id=a sequence=1 cap=18 strike=45.5 share=0.25 start=12:00:02 end=12:01:00",
                "order id=b sequence=2 cap=9 start=12:00:30 end=12:01:00")) {
            String[] parts = line.split(" ", 2);
            substation.handle(NOON, StoryMessages.read(NOON, parts[0], parts[1]), new Effects());
        }
        StoryMeters meters = new StoryMeters();
        for (int s = 0; s < 8; s++) {
            Instant at = NOON.plusSeconds(s);
            var reading = meters.read("solar", at, ActivePower.parse("17.9 MW"), false);
            substation.handle(at, new MeterRead("solar-meter", reading), new Effects());
        }
        return substation.state();
    }
}
