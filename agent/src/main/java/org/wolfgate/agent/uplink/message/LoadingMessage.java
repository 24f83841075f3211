package org.wolfgate.agent.uplink.message;

import java.math.BigDecimal;
import java.time.Instant;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.pricing.PerUnit;

/** How loaded a flowgate is, as the ISO sends it. */
final class LoadingMessage {

    /** Ten times the limit is no flow but a percentage or a power in the wrong field. */
    private static final BigDecimal LARGEST = BigDecimal.TEN;

    private static final int DECIMALS = 9;

    private LoadingMessage() {}

    static Event read(Fields fields) throws MessageException {
        String gate = fields.text("gate");
        Instant at = fields.instant("at");
        BigDecimal loading =
                fields.optionalDecimal("loading").orElseThrow(() -> new MessageException("field 'loading' is missing"));
        if (loading.abs().compareTo(LARGEST) > 0 || loading.stripTrailingZeros().scale() > DECIMALS) {
            throw new MessageException("field 'loading' is " + loading + ", expected flow over limit, -10 to 10 with at"
                    + " most nine decimals");
        }
        return new Event.LoadingArrived(gate, at, PerUnit.of(loading));
    }

    static byte[] write(String gate, Instant at, PerUnit loading) {
        return Json.bytes(Json.object()
                .put("schema", MarketMessages.LOADING)
                .put("gate", gate)
                .put("at", at.toString())
                .put("loading", loading.decimal()));
    }
}
