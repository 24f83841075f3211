package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** How the agent itself does. */
public final class HealthMessage {

    /**
     * What waits to be acknowledged upstream.
     *
     * @param last sequence number of the last record
     * @param acknowledged every record up to here was acknowledged
     * @param oldest when the oldest waiting record became true
     */
    public record Outbox(long last, long acknowledged, Optional<Instant> oldest) {}

    private HealthMessage() {}

    /**
     * The message of one moment.
     *
     * @param storageRoom how much room the storage has: {@code AMPLE}, {@code LOW} or {@code CRITICAL}
     * @param orders whether orders must be signed: {@code signed} or {@code unsigned-bench}
     */
    public static byte[] of(
            Instant at,
            String boot,
            String timeQuality,
            String timeReason,
            String orders,
            Outbox outbox,
            long bytesWritten,
            String storageRoom) {
        ObjectNode json = Json.object()
                .put("schema", "wolfgate/health/1")
                .put("at", at.toString())
                .put("boot", boot)
                .put("time_quality", timeQuality)
                .put("time_reason", timeReason)
                .put("orders", orders)
                .put("ledger_bytes_written", bytesWritten)
                .put("storage_room", storageRoom);
        ObjectNode waiting =
                json.putObject("outbox").put("last", outbox.last()).put("acknowledged", outbox.acknowledged());
        outbox.oldest().ifPresent(oldest -> waiting.put("oldest", oldest.toString()));
        return Json.bytes(json);
    }
}
