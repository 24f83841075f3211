package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Event.ContactRead;
import org.wolfgate.agent.metering.Connection;
import org.wolfgate.agent.metering.IntervalMeter;
import org.wolfgate.agent.metering.IslandingContact;
import org.wolfgate.agent.metering.IslandingState;
import org.wolfgate.agent.metering.IslandingWatch;
import org.wolfgate.agent.metering.IslandingWatch.Mark;
import org.wolfgate.drivers.MeterReading;

/** Whether a node stands on the system: its contacts mark the intervals whose frequency is not the system's. */
final class NodeConnection {

    private final String node;
    private final List<IslandingContact> contacts;
    private final IslandingWatch watch;

    NodeConnection(NodeSettings settings, Optional<IslandingState> resumed) {
        this.node = settings.id();
        this.contacts = settings.terms().islanding();
        this.watch = new IslandingWatch(settings.meterRule().grid(), contacts, resumed.orElse(IslandingState.NEW));
    }

    /** A contact was read; what cannot be read says nothing. */
    void look(Instant now, ContactRead read, IntervalMeter meter, Effects effects) {
        Optional<Boolean> closed = read.closed().isGood() ? read.closed().value() : Optional.empty();
        if (closed.isEmpty()
                || contacts.stream().noneMatch(contact -> contact.id().equals(read.contact()))) {
            return;
        }
        boolean before = watch.now(now) == Connection.ISLANDED;
        mark(watch.look(now, read.contact(), closed.get()), meter);
        boolean after = watch.now(now) == Connection.ISLANDED;
        if (before != after) {
            effects.record(new Note(
                    now,
                    after ? "islanded" : "no longer islanded",
                    "node " + node + ", by contact " + read.contact()
                            + (after ? "; its own frequency does not price it meanwhile" : "")));
        }
    }

    /** The meter is visited; to be told before the visit is taken in. */
    void visit(Instant now, MeterReading reading, IntervalMeter meter) {
        mark(watch.visit(now, reading.frequency().isGood()), meter);
    }

    /** Whether its own frequency is the system's now, as far as anybody can tell. */
    boolean onSystem(Instant now) {
        return watch.now(now) == Connection.CONNECTED;
    }

    void clockSet(Instant before, Instant after) {
        watch.clockSet(before, after);
    }

    /** Empty for a node without such contacts. */
    Optional<IslandingState> state() {
        return contacts.isEmpty() ? Optional.empty() : Optional.of(watch.state());
    }

    private static void mark(List<Mark> marks, IntervalMeter meter) {
        marks.forEach(mark -> meter.mark(mark.at(), mark.flag()));
    }
}
