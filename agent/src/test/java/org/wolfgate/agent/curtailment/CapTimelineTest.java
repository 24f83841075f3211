package org.wolfgate.agent.curtailment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

class CapTimelineTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    @Test
    void anOrderInTheMiddleOfAnIntervalCutsItInThree() {
        CapTimeline timeline =
                CapTimeline.EMPTY.change(NOON.plusSeconds(4), order("a")).change(NOON.plusSeconds(7), Optional.empty());
        assertEquals(List.of("0-4 none", "4-7 a", "7-10 none"), shown(timeline, 0, 10));
        assertEquals(List.of("5-6 a"), shown(timeline, 5, 6));
        assertEquals(List.of("10-20 none"), shown(timeline, 10, 20));
    }

    @Test
    void whatIsForgottenDoesNotChangeLaterIntervals() {
        CapTimeline timeline = CapTimeline.EMPTY
                .change(NOON.plusSeconds(4), order("a"))
                .change(NOON.plusSeconds(7), Optional.empty())
                .change(NOON.plusSeconds(12), order("b"));
        for (int from = 0; from < 15; from++) {
            assertEquals(shown(timeline, from, 20), shown(timeline.from(NOON.plusSeconds(from)), from, 20));
        }
        assertEquals(1, timeline.from(NOON.plusSeconds(12)).changes().size());
    }

    private static List<String> shown(CapTimeline timeline, int start, int end) {
        return timeline.within(NOON.plusSeconds(start), NOON.plusSeconds(end)).stream()
                .map(s -> Duration.between(NOON, s.from()).toSeconds() + "-"
                        + Duration.between(NOON, s.to()).toSeconds() + " "
                        + s.order().map(CurtailmentOrder::id).orElse("none"))
                .toList();
    }

    private static Optional<CurtailmentOrder> order(String id) {
        return Optional.of(new CurtailmentOrder(
                id,
                1,
                "iso",
                "solar",
                ActivePower.ZERO,
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON.plusSeconds(60),
                Duration.ofSeconds(30),
                "",
                NOON));
    }
}
