package org.wolfgate.agent;

import java.util.List;
import org.wolfgate.agent.uplink.OutboxCopy;
import org.wolfgate.agent.uplink.OutboxRecord;
import org.wolfgate.agent.uplink.OutboxSource;

/** The ledger as the uplink's outbox, with the copies that generators get, and the acknowledgements in the flight recorder. */
record AgentOutbox(LedgerOutbox records, GeneratorCopies generators, FlightTap flight) implements OutboxSource {

    @Override
    public List<OutboxRecord> after(long seq, int limit) {
        return records.after(seq, limit);
    }

    @Override
    public long last() {
        return records.last();
    }

    @Override
    public long acknowledged() {
        return records.acknowledged();
    }

    @Override
    public void acknowledge(long seq) {
        records.acknowledge(seq);
        flight.acknowledged(seq);
    }

    @Override
    public List<OutboxCopy> copies(OutboxRecord record) {
        return generators.of(record);
    }
}
