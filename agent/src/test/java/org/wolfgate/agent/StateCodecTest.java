package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event.MeterRead;
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
        Map<String, String> texts = StateCodec.write(state);
        SubstationState read = StateCodec.read(List.of("solar", "wind"), name -> Optional.ofNullable(texts.get(name)));
        assertEquals(state, read);
        assertEquals(texts, StateCodec.write(read));
    }

    @Test
    void anEmptyLedgerIsANewSubstation() {
        assertEquals(SubstationState.NEW, StateCodec.read(List.of("solar"), name -> Optional.empty()));
    }

    @Test
    void aReadingOfOneNodeRewritesThatNodeAlone() {
        Map<String, String> before = StateCodec.write(busy());
        var reading = new StoryMeters().read("wind", NOON.plusSeconds(9), ActivePower.parse("9 MW"), false);
        substation.handle(NOON.plusSeconds(9), new MeterRead("wind-meter", reading), new Effects());
        Map<String, String> after = StateCodec.write(substation.state());
        after.entrySet().removeAll(before.entrySet());
        assertEquals(Set.of("nodes/wind"), after.keySet());
    }

    @Test
    void aTornTextIsNamed() {
        Map<String, String> texts = StateCodec.write(busy());
        String orders = texts.getOrDefault("orders", "");
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> StateCodec.read(List.of("solar"), name -> Optional.of(orders.substring(0, orders.length() / 2))));
        assertTrue(String.valueOf(e.getMessage()).contains("orders"), e.getMessage());
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
