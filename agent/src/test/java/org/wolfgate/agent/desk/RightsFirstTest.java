package org.wolfgate.agent.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.rights.RightEntry;
import org.wolfgate.agent.pricing.rights.RightsLedger;
import org.wolfgate.drivers.ActivePower;

/** Two nodes of 30 MW on a gate of 40 MW; by their strikes south would be curtailed, since it is owed less. */
class RightsFirstTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final Interval HOUR = new Interval(NOON, NOON.plusSeconds(3600));
    private static final Price SPOT = Price.parse("60.00");
    private static final CurtailmentDesk DESK = new CurtailmentDesk(
            List.of("north", "south"),
            List.of(new DeskGate("mid", Map.of("north", 1.0, "south", 1.0), ActivePower.parse("40 MW"))));
    private static final Map<String, List<InsuredTranche>> SCHEDULED = Map.of(
            "north", List.of(unit("n1", "20 MW", "20.00"), unit("n2", "10 MW", "30.00")),
            "south", List.of(unit("s", "30 MW", "40.00")));

    @Test
    void unlessTheOperatorSaysSoRightsChangeNothing() {
        RightsLedger southHolds = holding("south", "30 MW");
        List<NodeCap> caps = DESK.relieve(SCHEDULED, SPOT, new GateRights(false, southHolds, HOUR));
        assertEquals(DESK.relieve(SCHEDULED, SPOT), caps);
        assertEquals(Map.of("south", ActivePower.parse("10 MW")), byNode(caps));
    }

    @Test
    void whoHasNoRightsIsCurtailedBeforeWhoHasThem() {
        List<NodeCap> caps = DESK.relieve(SCHEDULED, SPOT, new GateRights(true, holding("south", "30 MW"), HOUR));
        assertEquals(Map.of("north", ActivePower.parse("10 MW")), byNode(caps));
        assertTrue(
                caps.get(0).reason().contains("no flowgate rights"), caps.get(0).reason());
    }

    @Test
    void onlyThePartBeyondTheRightsGoesFirst() {
        RightsLedger partly = holding("south", "30 MW")
                .with(new RightEntry("mid", "north", HOUR.start(), HOUR.end(), ActivePower.parse("22 MW"), "t"));
        List<NodeCap> caps = DESK.relieve(SCHEDULED, SPOT, new GateRights(true, partly, HOUR));
        assertEquals(Map.of("north", ActivePower.parse("22 MW"), "south", ActivePower.parse("18 MW")), byNode(caps));
    }

    @Test
    void aRightThatEndsWithinTheOrderCoversNothingOfIt() {
        RightsLedger ends = RightsLedger.EMPTY.with(new RightEntry(
                "mid", "south", HOUR.start(), HOUR.start().plusSeconds(600), ActivePower.parse("30 MW"), "t"));
        RightsLedger both =
                ends.with(new RightEntry("mid", "north", HOUR.start(), HOUR.end(), ActivePower.parse("30 MW"), "t"));
        List<NodeCap> caps = DESK.relieve(SCHEDULED, SPOT, new GateRights(true, both, HOUR));
        assertEquals(Map.of("south", ActivePower.parse("10 MW")), byNode(caps));
    }

    private static Map<String, ActivePower> byNode(List<NodeCap> caps) {
        return caps.stream()
                .collect(Collectors.toMap(NodeCap::node, cap -> cap.terms().cap()));
    }

    private static RightsLedger holding(String node, String power) {
        return RightsLedger.EMPTY.with(
                new RightEntry("mid", node, HOUR.start(), HOUR.end(), ActivePower.parse(power), "trade"));
    }

    private static InsuredTranche unit(String id, String power, String strike) {
        return new InsuredTranche(id, ActivePower.parse(power), Optional.of(Price.parse(strike)));
    }
}
