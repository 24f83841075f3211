package org.wolfgate.agent.uplink.sparkplug;

import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.wolfgate.drivers.Reading;

/**
 * What a metric says at one moment.
 *
 * @param value empty if it is not known: the host is told so, and never a zero
 * @param worth of what was measured; empty for what is no measurement
 * @param reason why the worth is not good, for people; empty if it is
 * @param at when it was so
 */
record Sample(Optional<Value> value, Optional<Worth> worth, String reason, Instant at) {

    /** Nothing was measured yet. */
    static Sample unmeasured(Instant at) {
        return new Sample(Optional.empty(), Optional.of(Worth.STALE), "not measured yet", at);
    }

    /** Known to be nothing: no cap, no order. */
    static Sample none(Instant at) {
        return new Sample(Optional.empty(), Optional.empty(), "", at);
    }

    static Sample of(Value value, Instant at) {
        return new Sample(Optional.of(value), Optional.empty(), "", at);
    }

    static <T> Sample measured(Reading<T> reading, ToLongFunction<T> number, Instant at) {
        return new Sample(
                reading.value().map(value -> new Value.Whole(number.applyAsLong(value))),
                Optional.of(Worth.of(reading.quality())),
                reading.reason(),
                at);
    }

    static Sample text(Optional<String> text, Instant at) {
        return new Sample(text.map(Value.Text::new), Optional.empty(), "", at);
    }

    static Sample number(Optional<Long> number, Instant at) {
        return new Sample(number.map(Value.Whole::new), Optional.empty(), "", at);
    }

    static Sample moment(Optional<Instant> moment, Instant at) {
        return new Sample(moment.map(Value.Moment::new), Optional.empty(), "", at);
    }

    /** Whether a host that has the other would learn something; that time passed is no news. */
    boolean says(Sample other) {
        return value.equals(other.value) && worth.equals(other.worth) && reason.equals(other.reason);
    }
}
