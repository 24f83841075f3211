package org.wolfgate.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerRecord;
import org.wolfgate.agent.ledger.StorageRoom;
import org.wolfgate.agent.uplink.message.RebaseMessage;
import org.wolfgate.agent.uplink.message.RecordMessages;

/** Makes what control decided durable: its records and what of its state has changed, in one commit. */
final class Commits {

    /** How much of the open intervals' frequency samples a kill may cost; each checkpoint wears the storage. */
    private static final long CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(150);

    private final Ledger ledger;
    private final StateChanges changes;
    private final Supplier<TimeQuality> timeQuality;
    private final Monotonic monotonic;
    private final VerdictSeal seal;
    private final StorageWatch storage = new StorageWatch();
    private final long firstOfThisRun;
    private Optional<LedgerRecord> rebase = Optional.empty();
    private long lastCheckpoint;

    Commits(
            Ledger ledger,
            StateChanges changes,
            Supplier<TimeQuality> timeQuality,
            Monotonic monotonic,
            VerdictSeal seal) {
        this.ledger = ledger;
        this.changes = changes;
        this.timeQuality = timeQuality;
        this.monotonic = monotonic;
        this.seal = seal;
        this.firstOfThisRun = ledger.last() + 1;
    }

    /** Whether state that nobody waits for is to be stored now all the same. */
    boolean isCheckpointDue() {
        return ledger.room() != StorageRoom.CRITICAL && monotonic.nanos() - lastCheckpoint > CHECKPOINT_NANOS;
    }

    /** The next commit begins with how the stamps of this run's records have to be moved. */
    void clockSet(Event.ClockSet set) {
        long last = ledger.last();
        if (last >= firstOfThisRun) {
            String boot = ledger.boot();
            String body = RebaseMessage.body(boot, firstOfThisRun, last, set.before(), set.after());
            String key = boot + "/" + last;
            rebase = Optional.of(new LedgerRecord(RebaseMessage.KIND, key, set.after(), timeQuality.get(), body));
        }
    }

    /** After it returns, the records and the decisions are on the storage; with them the readings that they follow from. */
    void commit(Effects effects, SubstationState state, Instant now) {
        List<AgentRecord> records = effects.records();
        if (isCheckpointDue()
                || records.stream().anyMatch(record -> orderedNode(record).isEmpty())) {
            checkpoint(effects, state, now);
        } else {
            Set<String> nodes = records.stream()
                    .flatMap(record -> orderedNode(record).stream())
                    .collect(Collectors.toSet());
            ledger.append(records(effects, now), changes.decided(state, nodes));
        }
    }

    /** After it returns, all of it is on the storage. */
    void checkpoint(Effects effects, SubstationState state, Instant now) {
        ledger.append(records(effects, now), changes.of(state));
        lastCheckpoint = monotonic.nanos();
    }

    /** The one node that a record of an order is about; other records may be about the readings of any. */
    private static Optional<String> orderedNode(AgentRecord record) {
        if (record instanceof AgentRecord.OrderStep step) {
            return step.event().node();
        }
        return record instanceof AgentRecord.OrderClosed closed
                ? Optional.of(closed.verdict().order().node())
                : Optional.empty();
    }

    private List<LedgerRecord> records(Effects effects, Instant now) {
        TimeQuality quality = timeQuality.get();
        List<LedgerRecord> records = new ArrayList<>(rebase.stream().toList());
        rebase = Optional.empty();
        Stream<AgentRecord> own = storage.look(ledger.room(), now).stream().map(note -> note);
        Stream.concat(own, effects.records().stream())
                .map(record -> ledgerRecord(record, quality, now))
                .forEach(records::add);
        return records;
    }

    private LedgerRecord ledgerRecord(AgentRecord record, TimeQuality quality, Instant now) {
        RecordMessages.Body body = RecordMessages.of(record, now);
        String json = record instanceof AgentRecord.OrderClosed ? seal.seal(body.json()) : body.json();
        return new LedgerRecord(body.kind(), body.key(), body.at(), quality, json);
    }
}
