package org.wolfgate.agent.uplink.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.orders.OrderEvent;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.agent.orders.Refusal;
import org.wolfgate.agent.uplink.message.RecordMessages.Body;
import org.wolfgate.drivers.Energy;

class RecordMessagesTest {

    @Test
    void aRefusalSaysWhichOrderWhyAndInWords() throws MessageException {
        OrderEvent event = OrderEvent.refused(
                "a", Optional.of("moon"), Refusal.UNKNOWN_NODE, "not here", RandomOrders.NOON.minusSeconds(1));
        Body body = RecordMessages.of(new AgentRecord.OrderStep(event), RandomOrders.NOON);
        assertEquals("order", body.kind());
        assertEquals("a/REFUSED", body.key());
        assertEquals(RandomOrders.NOON.minusSeconds(1), body.at());
        assertEquals(
                "{\"order\":\"a\",\"node\":\"moon\",\"state\":\"REFUSED\",\"refusal\":\"UNKNOWN_NODE\","
                        + "\"reason\":\"not here\",\"repeated\":false}",
                body.json());
    }

    @Test
    void aVerdictAddsUpWhatItsUnitsAreOwed() throws MessageException {
        Verdict verdict = new Verdict(
                RandomOrders.plain(),
                Verdict.Outcome.COMPLIED_LATE,
                OrderState.EXPIRED,
                RandomOrders.NOON,
                RandomOrders.NOON.plusSeconds(60),
                Optional.of(Duration.ofMillis(12_500)),
                new Energy(42),
                new Energy(3),
                List.of(
                        new Verdict.UnitCut("low", new Energy(10), new Money(300)),
                        new Verdict.UnitCut("bare", new Energy(20), Money.ZERO)),
                Verdict.Revision.PENDING);
        ObjectNode json = json(RecordMessages.of(new AgentRecord.OrderClosed(verdict), RandomOrders.NOON));
        assertEquals("COMPLIED_LATE", json.path("outcome").asText());
        assertEquals(12_500, json.path("time_to_comply_ms").asLong());
        assertEquals(42, json.path("energy_above_cap_wh").asLong());
        assertEquals("0.000300", json.path("compensation").asText());
        assertEquals("low", json.path("units").path(0).path("unit").asText());
        assertEquals("2030-06-01T12:01:00Z", json.path("ended_at").asText());
    }

    private static ObjectNode json(Body body) throws MessageException {
        return Json.read(body.json().getBytes(StandardCharsets.UTF_8));
    }
}
