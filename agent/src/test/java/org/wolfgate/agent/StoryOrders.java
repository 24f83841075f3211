package org.wolfgate.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/** Orders of the ISO for the substation of the stories. */
final class StoryOrders {

    private StoryOrders() {}

    /**
     * A cap without a marginal strike, because of flowgate T1.
     *
     * @param comply within what time
     */
    static CurtailmentOrder order(
            String id, long sequence, String node, ActivePower cap, Instant start, Duration length, Duration comply) {
        return new CurtailmentOrder(
                id,
                sequence,
                "iso",
                node,
                cap,
                Optional.empty(),
                Optional.empty(),
                start,
                start.plus(length),
                comply,
                "flowgate T1",
                start);
    }

    /** The same by another issuer. */
    static CurtailmentOrder by(String issuer, CurtailmentOrder o) {
        return new CurtailmentOrder(
                o.id(),
                o.sequence(),
                issuer,
                o.node(),
                o.cap(),
                o.strike(),
                o.share(),
                o.start(),
                o.end(),
                o.complyWithin(),
                o.reason(),
                o.issuedAt());
    }
}
