package org.wolfgate.agent;

import java.util.List;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.uplink.OutboxRecord;
import org.wolfgate.agent.uplink.OutboxSource;

/** The ledger as the uplink's outbox: what lies above the acknowledged mark. */
public record LedgerOutbox(Ledger ledger) implements OutboxSource {

    @Override
    public List<OutboxRecord> after(long seq, int limit) {
        return ledger.after(seq, limit).stream().map(LedgerOutbox::outward).toList();
    }

    @Override
    public long last() {
        return ledger.last();
    }

    @Override
    public long acknowledged() {
        return ledger.acknowledged();
    }

    @Override
    public void acknowledge(long seq) {
        ledger.acknowledge(seq);
    }

    private static OutboxRecord outward(StoredRecord stored) {
        return new OutboxRecord(
                stored.seq(),
                stored.boot(),
                stored.record().kind(),
                stored.record().key(),
                stored.record().at(),
                stored.record().timeQuality().name(),
                stored.hash(),
                stored.record().body());
    }
}
