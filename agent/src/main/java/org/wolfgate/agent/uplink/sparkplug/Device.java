package org.wolfgate.agent.uplink.sparkplug;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A device of the edge node, or the edge node itself: its metrics, their aliases, and which the host has not heard. */
final class Device {

    private final List<Point> points;
    private final long firstAlias;
    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private final Set<String> unheard = new LinkedHashSet<>();
    private boolean alive = true;
    private boolean born;

    /** @param firstAlias of its first metric; the others count on from there */
    Device(List<Point> points, long firstAlias, Instant now) {
        this.points = points;
        this.firstAlias = firstAlias;
        points.forEach(point -> samples.put(point.name(), Sample.unmeasured(now)));
    }

    int size() {
        return points.size();
    }

    /** Takes what is known now; names of no metric are passed over. */
    void put(Map<String, Sample> news) {
        news.forEach((name, sample) -> {
            Sample before = samples.get(name);
            if (before != null) {
                if (!sample.says(before)) {
                    unheard.add(name);
                }
                samples.put(name, sample);
            }
        });
    }

    /** Whether the equipment answers. */
    void alive(boolean answers) {
        alive = answers;
    }

    boolean isAlive() {
        return alive;
    }

    boolean isBorn() {
        return born;
    }

    boolean hasNews() {
        return !unheard.isEmpty();
    }

    /** Every metric, with name and alias. */
    Encoder birth(Encoder encoder) {
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            encoder.birth(point, firstAlias + i, sample(point.name()));
        }
        born = true;
        unheard.clear();
        return encoder;
    }

    void dead() {
        born = false;
    }

    /** The metrics that the host has not heard. */
    Encoder news(Encoder encoder) {
        unheard.forEach(name -> encoder.data(alias(name), sample(name), false));
        unheard.clear();
        return encoder;
    }

    /** Samples of an earlier time, which must not take the place of what holds now. */
    Encoder history(Encoder encoder, Map<String, Sample> past) {
        past.forEach((name, sample) -> encoder.data(alias(name), sample, true));
        return encoder;
    }

    private Sample sample(String name) {
        return Objects.requireNonNull(samples.get(name));
    }

    private long alias(String name) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).name().equals(name)) {
                return firstAlias + i;
            }
        }
        throw new IllegalArgumentException("no metric '" + name + "'");
    }
}
