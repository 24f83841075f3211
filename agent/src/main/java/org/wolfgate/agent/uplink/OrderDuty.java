package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The connection on which orders and market data come, with a session that the broker keeps while we are away. */
final class OrderDuty implements Duty {

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final UplinkSettings settings;
    private final InboundHandler handler;
    private final BooleanSupplier ours;

    /** @param ours whether this agent speaks for the substation; another's orders are not ours to take */
    OrderDuty(UplinkSettings settings, InboundHandler handler, BooleanSupplier ours) {
        this.settings = settings;
        this.handler = handler;
        this.ours = ours;
    }

    @Override
    public boolean wanted() {
        return ours.getAsBoolean();
    }

    @Override
    public WirePlan plan() {
        return new WirePlan(
                settings, settings.clientId() + "-orders", settings.pace().orderSession(), Optional.empty());
    }

    @Override
    public void opened(Wire wire) throws WireException {
        if (!wire.sessionPresent()) {
            handler.sessionIsNew();
        }
        wire.subscribe(settings.inbound(), settings.pace().connectTimeout().toMillis());
    }

    @Override
    public void on(Wire wire, WireEvent event) throws WireException {
        if (event instanceof WireEvent.Arrived arrived) {
            try {
                handler.take(arrived.message());
            } catch (RuntimeException e) {
                throw new WireException(
                        "storing a message from " + arrived.message().topic() + ": " + e.getMessage()
                                + "; it was not acknowledged and will come again",
                        e);
            }
            wire.acknowledge(arrived);
        }
    }

    @Override
    public Duration turn(Wire wire) {
        return IDLE;
    }

    @Override
    public void closing(Wire wire) {
        // The session stays with the broker; there is nothing to say.
    }

    @Override
    public void closed() {
        // What was not acknowledged comes again.
    }
}
