package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/** Orders for tests. */
final class Orders {

    static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    private Orders() {}

    /** A cap from noon for an hour, to be kept after 10 s. */
    static CurtailmentOrder capped(ActivePower cap) {
        return new CurtailmentOrder(
                "a",
                1,
                "iso",
                "solar",
                cap,
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON.plusSeconds(3600),
                Duration.ofSeconds(10),
                "flowgate T1",
                NOON);
    }
}
