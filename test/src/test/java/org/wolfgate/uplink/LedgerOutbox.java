package org.wolfgate.uplink;

import java.util.List;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerRecord;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.uplink.OutboxRecord;
import org.wolfgate.agent.uplink.OutboxSource;

/** The ledger as the uplink's outbox. */
record LedgerOutbox(Ledger ledger) implements OutboxSource {

    @Override
    public List<OutboxRecord> after(long seq, int limit) {
        return ledger.after(seq, limit).stream().map(LedgerOutbox::outbound).toList();
    }

    private static OutboxRecord outbound(StoredRecord stored) {
        LedgerRecord record = stored.record();
        return new OutboxRecord(
                stored.seq(),
                stored.boot(),
                record.kind(),
                record.key(),
                record.at(),
                record.timeQuality().name(),
                stored.hash(),
                record.body());
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
}
