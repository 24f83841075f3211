package org.wolfgate.agent.control;

import java.util.ArrayList;
import java.util.List;
import org.wolfgate.drivers.ActivePower;

/**
 * What follows from events: first the records become durable, then the set-points go out. Collects over several events
 * so that they share one commit.
 */
public final class Effects {

    private final List<AgentRecord> records = new ArrayList<>();
    private final List<SetPoint> setPoints = new ArrayList<>();

    /** A plant is to hold its injection at or below a cap. */
    public record SetPoint(String plant, ActivePower cap) {}

    void record(AgentRecord record) {
        records.add(record);
    }

    void command(SetPoint setPoint) {
        setPoints.add(setPoint);
    }

    public List<AgentRecord> records() {
        return List.copyOf(records);
    }

    public List<SetPoint> setPoints() {
        return List.copyOf(setPoints);
    }

    public boolean isEmpty() {
        return records.isEmpty() && setPoints.isEmpty();
    }
}
