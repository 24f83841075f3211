package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.AgentRecord.OrderStep;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.StandingArrived;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.Dependency;
import org.wolfgate.agent.orders.Refusal;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;

/** Faults that users of evcc met, by their numbers at evcc-io/evcc, on the node of {@link FailSafeScene}. */
class FailSafeTest {

    private final FailSafeScene node = new FailSafeScene();

    @Test
    void evcc25545FailSafeIsLeftOnGoodNews() {
        node.isoSpeaks = false;
        node.run(70);
        node.assertLimit("24 MW");
        node.isoSpeaks = true;
        node.run(6);
        assertEquals(Optional.empty(), node.cap().limit());
        assertEquals(List.of("fail-safe entered", "fail-safe goes on", "fail-safe left"), node.whatOf("solar"));
    }

    @Test
    void evcc25545ANegativeLimitIsRefused() {
        OrderStep step = (OrderStep) node.take(new OrderArrived(node.order("a", 1, "-1 MW", 60)))
                .records()
                .get(0);
        assertEquals(Optional.of(Refusal.IMPOSSIBLE_CAP), step.event().refusal());
        assertEquals(Optional.empty(), node.cap().limit());
    }

    @Test
    void evcc29705FailSafeIsLeftWithinTheDeclaredTime() {
        node.isoSpeaks = false;
        node.run(61);
        node.isoSpeaks = true;
        node.run(5);
        node.assertLimit("24 MW");
        node.run(1);
        assertEquals(Optional.empty(), node.cap().limit());
    }

    @Test
    void evcc29705AnOrderThatEndsInSilenceDoesNotMakeTheNodeUnlimited() {
        node.run(1);
        node.take(new OrderArrived(node.order("a", 1, "18 MW", 45)));
        node.isoSpeaks = false;
        node.run(50);
        node.assertLimit("18 MW");
        assertTrue(node.cap().why().contains("silent"), node.cap().why());
    }

    @Test
    void evcc32492AnOrderWithoutAnEndIsRefusedNotTakenForExpired() {
        String text = new String(
                        OrderMessages.write("riverside", node.order("b", 2, "0 MW", 60)), StandardCharsets.UTF_8)
                .replaceAll("\"end\":\"[^\"]*\",", "");
        node.take(new OrderArrived(node.order("a", 1, "18 MW", 60)));
        OrderStep step = (OrderStep) node.take(OrderMessages.read("riverside", text.getBytes(StandardCharsets.UTF_8)))
                .records()
                .get(0);
        assertEquals(Optional.of(Refusal.MALFORMED), step.event().refusal());
        node.assertLimit("18 MW");
    }

    @Test
    void evcc32492ABareHeartbeatDoesNotEndFailSafe() {
        node.isoSpeaks = false;
        node.run(61);
        for (int i = 0; i < 20; i++) {
            node.take(new StandingArrived("iso", 7));
            node.run(1);
        }
        node.assertLimit("24 MW");
        assertTrue(
                node.notes().stream().anyMatch(note -> note.what().equals("orders missed")),
                node.notes().toString());
        node.take(new OrderArrived(node.order("g", 7, "60 MW", 300)));
        node.run(6);
        node.assertLimit("60 MW");
    }

    @Test
    void evcc33286TheConfiguredValueIsAppliedNotZero() {
        node.isoSpeaks = false;
        node.run(61);
        node.assertLimit("24 MW");
        assertEquals(ActivePower.parse("16 MW"), node.lastSent("solar-park"));
        assertEquals(ActivePower.parse("8 MW"), node.lastSent("solar-roof"));
    }

    @Test
    void evcc27588TheStateSaysWhatIsSo() {
        node.isoSpeaks = false;
        node.run(61);
        assertEquals(Optional.of(Dependency.UPSTREAM), node.cap().failSafe());
        assertTrue(
                node.cap().why().startsWith("fail-safe: no good word of the ISO since 2030-06-01T12:00:00Z"),
                node.cap().why());
        node.isoSpeaks = true;
        node.run(6);
        assertEquals(Optional.empty(), node.cap().failSafe());
        assertEquals(Cap.NONE.why(), node.cap().why());
    }

    @Test
    void evcc32132AnInputThatStaysStaleIsALossByItself() {
        node.run(2);
        node.meterAnswers = false;
        node.run(11);
        assertEquals(Optional.of(Dependency.METER), node.cap().failSafe());
        node.run(60);
        assertEquals(Optional.of(Dependency.METER), node.cap().failSafe());
    }
}
