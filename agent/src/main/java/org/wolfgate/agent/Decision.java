package org.wolfgate.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.flight.Worth;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.RecordMessages;

/**
 * One event and what control made of it.
 *
 * @param at the agent's time by which it was handled
 * @param setPoints what plants are to hold
 * @param records what goes on record
 */
record Decision(Instant at, Event event, List<SetPoint> setPoints, List<AgentRecord> records) {

    Worth worth() {
        return isReading(event) && setPoints.isEmpty() && records.isEmpty() ? Worth.READING : Worth.DECISION;
    }

    private static boolean isReading(Event event) {
        if (event instanceof Event.Sequenced signed) {
            return isReading(signed.message());
        }
        return event instanceof Event.MeterRead
                || event instanceof Event.Tick
                || event instanceof Event.ContactRead
                || event instanceof Event.FrequencyArrived
                || event instanceof Event.AceArrived
                || event instanceof Event.LoadingArrived;
    }

    boolean isIdleTick() {
        return event instanceof Event.Tick && setPoints.isEmpty() && records.isEmpty();
    }

    /** @param ticks that changed nothing since the decision before */
    ObjectNode json(List<Instant> ticks) {
        ObjectNode json = Json.object();
        if (!ticks.isEmpty()) {
            ArrayNode times = json.putArray("ticks");
            ticks.forEach(tick -> times.add(at.toEpochMilli() - tick.toEpochMilli()));
        }
        json.set("event", EventCodec.write(event));
        if (!setPoints.isEmpty()) {
            ArrayNode set = json.putArray("set");
            setPoints.forEach(point -> set.addObject()
                    .put("plant", point.plant())
                    .put("w", point.cap().watts()));
        }
        if (!records.isEmpty()) {
            ArrayNode kept = json.putArray("records");
            for (AgentRecord each : records) {
                RecordMessages.Body body = RecordMessages.of(each, at);
                kept.addObject().put("kind", body.kind()).put("key", body.key()).put("body", body.json());
            }
        }
        return json;
    }
}
