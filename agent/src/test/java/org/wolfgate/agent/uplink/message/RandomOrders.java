package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/** Orders as the ISO may send them, and what a bad line makes of them. */
final class RandomOrders {

    static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    private RandomOrders() {}

    /** An order without strike and share. */
    static CurtailmentOrder plain() {
        return order(new Random(7), false);
    }

    static CurtailmentOrder order(Random random) {
        return order(random, random.nextBoolean());
    }

    private static CurtailmentOrder order(Random random, boolean marginal) {
        BigDecimal share = BigDecimal.valueOf(random.nextInt(1_000_001), 6).stripTrailingZeros();
        Price strike = new Price(random.nextInt(2000) - 1000);
        return new CurtailmentOrder(
                "order-" + random.nextInt(1000),
                random.nextLong(),
                "iso \u00e9\"\\",
                "solar",
                ActivePower.ofKilowatts(random.nextInt(60_000)),
                marginal ? Optional.of(strike) : Optional.empty(),
                marginal ? Optional.of(share) : Optional.empty(),
                NOON.plusMillis(random.nextInt(100_000)),
                NOON.plusMillis(random.nextInt(100_000)),
                Duration.ofSeconds(random.nextInt(86_401)),
                "flowgate T1",
                NOON.plusMillis(random.nextInt(1000)));
    }

    /** A valid order with bits flipped, cut short, or with bytes exchanged; sometimes nothing but noise. */
    static byte[] damaged(Random random) {
        byte[] payload = OrderMessages.write("riverside", order(random));
        int kind = random.nextInt(8);
        if (kind == 0) {
            random.nextBytes(payload);
        } else if (kind == 1) {
            return Arrays.copyOf(payload, random.nextInt(payload.length));
        } else {
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(payload.length);
                payload[at] = (byte) (kind < 6 ? payload[at] ^ (1 << random.nextInt(8)) : "0e-".charAt(i));
            }
        }
        return payload;
    }

    static ObjectNode json(CurtailmentOrder order) {
        return parsed(OrderMessages.write("riverside", order));
    }

    static ObjectNode parsed(byte[] payload) {
        try {
            return Json.read(payload);
        } catch (MessageException e) {
            throw new AssertionError("an order was read from what is no JSON: " + e.text(), e);
        }
    }

    static long millis(ObjectNode object, String time) {
        return Instant.parse(object.path(time).asText()).toEpochMilli();
    }

    static boolean same(JsonNode a, JsonNode b) {
        return (a.isNumber() && b.isNumber()) ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
    }
}
