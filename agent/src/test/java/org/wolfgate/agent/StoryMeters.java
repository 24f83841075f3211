package org.wolfgate.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/** Meters whose registers count what flows, whether or not anybody can read them. */
final class StoryMeters {

    private static final long WATT_MILLIS_PER_WATT_HOUR = 3_600_000;

    private final Map<String, Instant> last = new HashMap<>();
    private final Map<String, Long> exported = new HashMap<>();
    private final Map<String, Long> imported = new HashMap<>();

    /** A visit; the power flowed since the visit before. A mute meter counts on and answers nothing. */
    MeterReading read(String node, Instant now, ActivePower power, boolean mute) {
        long millis = Duration.between(last.getOrDefault(node, now), now).toMillis();
        last.put(node, now);
        long out = exported.merge(node, Math.max(0, power.watts()) * millis, Long::sum);
        long in = imported.merge(node, Math.max(0, -power.watts()) * millis, Long::sum);
        if (mute) {
            return MeterReading.missing("no answer");
        }
        return new MeterReading(
                Reading.good(power),
                Reading.good(frequency(now)),
                Reading.good(new Energy(out / WATT_MILLIS_PER_WATT_HOUR)),
                Reading.good(new Energy(in / WATT_MILLIS_PER_WATT_HOUR)));
    }

    /** Real power does not care what the agent takes for the time. */
    void clockSet(Duration shift) {
        last.replaceAll((node, at) -> at.plus(shift));
    }

    /** 59.980 Hz on average, where the price is 100.00; never still, since no grid is. */
    private static Frequency frequency(Instant now) {
        return new Frequency(59_980 + (now.getEpochSecond() % 2 == 0 ? 1 : -1));
    }
}
