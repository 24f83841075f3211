package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.ReactiveInterval;
import org.wolfgate.agent.metering.ReactiveMeter;
import org.wolfgate.agent.metering.ReactiveState;
import org.wolfgate.drivers.GridVoltage;
import org.wolfgate.drivers.MeterReading;

/** A node's vars, if they are priced. */
final class NodeReactive {

    private final Optional<ReactiveMeter> meter;

    NodeReactive(NodeSettings settings, Optional<ReactiveState> resumed) {
        this.meter = settings.terms()
                .reactive()
                .map(terms -> new ReactiveMeter(
                        settings.meterRule(),
                        new GridVoltage(terms.scheduled().millivolts()),
                        resumed.orElse(ReactiveState.NEW)));
    }

    /** The meter is visited; to be told before the visit ends intervals. */
    void visit(Instant now, MeterReading reading) {
        meter.ifPresent(vars -> reading.reactive().ifPresent(read -> vars.accept(now, read)));
    }

    Optional<ReactiveInterval> of(Interval interval) {
        return meter.map(vars -> vars.of(interval));
    }

    void clockSet() {
        meter.ifPresent(ReactiveMeter::clockSet);
    }

    Optional<ReactiveState> state() {
        return meter.map(ReactiveMeter::state);
    }
}
