package org.wolfgate.agent.uplink.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.orders.Cancellation;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.Refusal;

class OrderMessagesTest {

    @Test
    void anOrderIsReadAsItWasWritten() {
        Seeds.holds(500, random -> {
            CurtailmentOrder order = RandomOrders.order(random);
            assertEquals(new Event.OrderArrived(order), read(OrderMessages.write("riverside", order)));
        });
    }

    @Test
    void aCancellationIsReadAsItWasWritten() {
        Cancellation cancellation = new Cancellation("c", 7, "iso", "a", "over", RandomOrders.NOON);
        assertEquals(new Event.CancellationArrived(cancellation), read(OrderMessages.write("riverside", cancellation)));
    }

    @Test
    void everyMissingFieldIsNamed() {
        ObjectNode whole = RandomOrders.json(RandomOrders.plain());
        whole.fieldNames().forEachRemaining(field -> {
            ObjectNode object = whole.deepCopy();
            object.remove(field);
            assertMalformed(Json.text(object), "'" + field + "' is missing");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sequence | 1.5",
                "sequence | 99999999999999999999",
                "sequence | '7'",
                "cap_kw | '18 MW'",
                "cap_kw | 1000000.5",
                "cap_kw | 9999999999999",
                "id | 7",
                "id | ''",
                "id | 'two\\nlines'",
                "node | '\\u0000'",
                "reason | []",
                "start | 'tomorrow'",
                "start | '2030-06-01T12:00:00'",
                "end | '+999999999-01-01T00:00:00Z'",
                "comply_within_s | -1",
                "comply_within_s | 86401",
                "strike | '45'",
                "strike | 45.001",
                "strike | 1e31",
                "share | 1.01",
                "share | -0.1",
                "share | true",
                "schema | 'wolfgate/order/2'",
                "priority | 1"
            })
    void aBadFieldIsNamed(String field, String value) throws MessageException {
        ObjectNode object =
                RandomOrders.json(RandomOrders.plain()).put("strike", 45).put("share", 1);
        object.set(
                field,
                Json.read(bytes("{\"v\":" + value.replace('\'', '"') + "}")).get("v"));
        assertMalformed(Json.text(object), field);
    }

    @Test
    void aNumberOfAbsurdSizeCostsNothing() {
        String order = Json.text(RandomOrders.json(RandomOrders.plain()));
        String absurd = order.substring(0, order.length() - 1) + ",\"strike\":1e999999999,\"share\":1}";
        assertMalformed(absurd, "'strike'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{} {}",
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"sequence\": 1e2147483648}",
                "{\"sequence\": -709105e373607646205}",
                "{\"sequence\": 11111111111111111111111111111111111111111111}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void whatIsNoOrderAtAllIsRefusedUnderItsDigest(String payload) {
        assertTrue(assertMalformed(payload, "").id().startsWith("sha256:"));
    }

    @Test
    void whatIsLongerThanAnOrderIsNotEvenParsed() {
        var refused = assertInstanceOf(Event.OrderRefused.class, read(new byte[OrderMessages.LONGEST + 1]));
        assertEquals(Refusal.OVERSIZED, refused.why());
        assertEquals(Optional.empty(), refused.node());
    }

    @Test
    void anOrderForAnotherSubstationIsNotOurs() {
        byte[] payload = OrderMessages.write("hillside", RandomOrders.plain());
        var refused = assertInstanceOf(Event.OrderRefused.class, read(payload));
        assertEquals(Refusal.OTHER_SUBSTATION, refused.why());
        assertEquals("made for substation 'hillside', this is 'riverside'", refused.detail());
    }

    @Test
    void noiseNeverThrowsAndNeverBecomesAnOrderThatItDoesNotSay() {
        Seeds.holds(20_000, random -> {
            byte[] payload = RandomOrders.damaged(random);
            Event event = read(payload);
            if (event instanceof Event.OrderArrived arrived) {
                assertSays(payload, arrived.order());
            } else {
                assertInstanceOf(Event.OrderRefused.class, event);
            }
        });
    }

    /** Written again, the order says field by field what the damaged bytes say. */
    private static void assertSays(byte[] payload, CurtailmentOrder order) {
        ObjectNode said = RandomOrders.parsed(payload);
        ObjectNode meant = RandomOrders.json(order);
        for (String time : List.of("start", "end", "issued_at")) {
            assertEquals(RandomOrders.millis(said, time), RandomOrders.millis(meant, time), time);
            said.remove(time);
            meant.remove(time);
        }
        assertEquals(said.size(), meant.size(), () -> said + " read as " + meant);
        said.properties()
                .forEach(field -> assertTrue(
                        RandomOrders.same(field.getValue(), meant.path(field.getKey())),
                        () -> field.getKey() + ": " + said + " read as " + meant));
    }

    private static Event.OrderRefused assertMalformed(String payload, String naming) {
        var refused = assertInstanceOf(Event.OrderRefused.class, read(bytes(payload)), payload);
        assertEquals(Refusal.MALFORMED, refused.why());
        assertTrue(refused.detail().contains(naming), refused.detail());
        return refused;
    }

    private static Event read(byte[] payload) {
        return OrderMessages.read("riverside", payload);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
