package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.Cancellation;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.Refusal;

/** What arrives on the order topic: a curtailment order, a cancellation, or something to refuse. */
public final class OrderMessages {

    static final String ORDER = "wolfgate/order/1";
    static final String CANCELLATION = "wolfgate/cancellation/1";

    /** An order is some hundred bytes. */
    static final int LONGEST = 8_192;

    /** A signed order: base64 of the longest order, its header and its signature. */
    public static final int LONGEST_SIGNED = 12_288;

    private static final int DIGEST_BYTES = 8;

    private OrderMessages() {}

    /** Never throws: what cannot be read becomes {@link Event.OrderRefused}. */
    public static Event read(String substation, byte[] payload) {
        if (payload.length > LONGEST) {
            return oversized(payload);
        }
        ObjectNode object;
        try {
            object = Json.read(payload);
        } catch (MessageException e) {
            return refused(digest(payload), Optional.empty(), Refusal.MALFORMED, e);
        }
        String id = readable(object, "id").orElseGet(() -> digest(payload));
        Optional<String> node = readable(object, "node");
        try {
            Fields fields = new Fields(object);
            String addressee = fields.text("substation");
            if (!addressee.equals(substation)) {
                String detail = "made for substation '" + addressee + "', this is '" + substation + "'";
                return new Event.OrderRefused(id, node, Refusal.OTHER_SUBSTATION, detail);
            }
            return readable(object, "schema").equals(Optional.of(CANCELLATION)) ? cancellation(fields) : order(fields);
        } catch (MessageException e) {
            return refused(id, node, Refusal.MALFORMED, e);
        }
    }

    /** The refusal of a message that is longer than an order can be. */
    public static Event oversized(byte[] message) {
        String detail = message.length + " bytes, an order has at most " + LONGEST;
        return new Event.OrderRefused(digest(message), Optional.empty(), Refusal.OVERSIZED, detail);
    }

    /** The refusal of a message under the id that it carries, or under a digest of it if it carries none. */
    public static Event refused(byte[] payload, Refusal why, String detail) {
        try {
            ObjectNode object = Json.read(payload);
            String id = readable(object, "id").orElseGet(() -> digest(payload));
            return new Event.OrderRefused(id, readable(object, "node"), why, detail);
        } catch (MessageException e) {
            return new Event.OrderRefused(digest(payload), Optional.empty(), why, detail);
        }
    }

    /** The message of an order, as the ISO sends it. */
    public static byte[] write(String substation, CurtailmentOrder order) {
        ObjectNode object = Json.object()
                .put("schema", ORDER)
                .put("id", order.id())
                .put("sequence", order.sequence())
                .put("issuer", order.issuer())
                .put("substation", substation)
                .put("node", order.node())
                .put("cap_kw", Math.floorDiv(order.cap().watts(), 1000))
                .put("start", order.start().toString())
                .put("end", order.end().toString())
                .put("comply_within_s", order.complyWithin().toSeconds())
                .put("reason", order.reason())
                .put("issued_at", order.issuedAt().toString());
        order.strike().ifPresent(strike -> object.put("strike", strike.perMegawattHour()));
        order.share().ifPresent(share -> object.put("share", share));
        return Json.bytes(object);
    }

    /** The message of a cancellation, as the ISO sends it. */
    public static byte[] write(String substation, Cancellation cancellation) {
        return Json.bytes(Json.object()
                .put("schema", CANCELLATION)
                .put("id", cancellation.id())
                .put("sequence", cancellation.sequence())
                .put("issuer", cancellation.issuer())
                .put("substation", substation)
                .put("order", cancellation.order())
                .put("reason", cancellation.reason())
                .put("issued_at", cancellation.issuedAt().toString()));
    }

    private static Event order(Fields fields) throws MessageException {
        fields.schema(ORDER);
        Optional<Price> strike = fields.optionalPrice("strike");
        Optional<BigDecimal> share = fields.optionalDecimal("share").map(BigDecimal::stripTrailingZeros);
        if (strike.isPresent() != share.isPresent()
                || share.filter(f -> f.signum() < 0 || f.compareTo(BigDecimal.ONE) > 0)
                        .isPresent()) {
            throw new MessageException("fields 'strike' and 'share' (0 to 1) come together or not at all");
        }
        long seconds = fields.whole("comply_within_s");
        if (seconds < 0 || seconds > 86_400) {
            throw new MessageException("field 'comply_within_s' is " + seconds + ", expected 0 to 86400");
        }
        CurtailmentOrder order = new CurtailmentOrder(
                fields.text("id"),
                fields.whole("sequence"),
                fields.text("issuer"),
                fields.text("node"),
                fields.kilowatts("cap_kw"),
                strike,
                share,
                fields.instant("start"),
                fields.instant("end"),
                Duration.ofSeconds(seconds),
                fields.text("reason"),
                fields.instant("issued_at"));
        fields.rejectUnknown();
        return new Event.OrderArrived(order);
    }

    private static Event cancellation(Fields fields) throws MessageException {
        fields.schema(CANCELLATION);
        Cancellation cancellation = new Cancellation(
                fields.text("id"),
                fields.whole("sequence"),
                fields.text("issuer"),
                fields.text("order"),
                fields.text("reason"),
                fields.instant("issued_at"));
        fields.rejectUnknown();
        return new Event.CancellationArrived(cancellation);
    }

    private static Event refused(String id, Optional<String> node, Refusal why, MessageException e) {
        return new Event.OrderRefused(id, node, why, e.text());
    }

    private static Optional<String> readable(ObjectNode object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(node -> node.isTextual() && Fields.isLine(node.textValue()))
                .map(node -> node.textValue())
                .filter(text -> text.length() <= 100);
    }

    /** The name that a message goes by whose id was not read, or is not believed: {@code sha256:} and its first digits. */
    public static String digest(byte[] payload) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(payload);
            return "sha256:" + HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
