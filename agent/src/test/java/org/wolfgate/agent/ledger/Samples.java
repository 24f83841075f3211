package org.wolfgate.agent.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.TimeQuality;

/** Records to write in tests. */
final class Samples {

    static final BootId BOOT = new BootId("5b1e09fa-3c6d2a17");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Samples() {}

    static LedgerRecord interval(int number) {
        Instant start = NOON.plusSeconds(300L * number);
        String body = "{\"node\":\"riverside/n1\",\"start\":\"" + start + "\",\"energyWh\":" + (125_000 + number) + "}";
        return new LedgerRecord(
                "interval", "riverside/n1|" + start + "|1", start.plusSeconds(300), TimeQuality.SYNCHRONISED, body);
    }

    static List<LedgerRecord> intervals(int first, int count) {
        List<LedgerRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(interval(first + i));
        }
        return records;
    }

    static String message(LedgerException refused) {
        return String.valueOf(refused.getMessage());
    }
}
