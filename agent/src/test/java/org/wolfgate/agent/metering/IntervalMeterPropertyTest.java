package org.wolfgate.agent.metering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wolfgate.drivers.Energy;

/** What holds for any sequence of readings, however faulty. */
class IntervalMeterPropertyTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    static List<Long> seeds() {
        return new Random(20260301).longs(60).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void intervalsAddUpToTheRegisterDifference(long seed) {
        RandomMeter meter = new RandomMeter(seed);
        Map<Instant, MeteredInterval> inForce = inForce(play(new IntervalMeter(meter.rule()), meter.visits()));
        Energy total = inForce.values().stream()
                .flatMap(version -> version.net().stream())
                .reduce(Energy.ZERO, Energy::plus);
        assertEquals(meter.counted(), total, meter::toString);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noIntervalIsDroppedOrComesTwiceInOneVersion(long seed) {
        RandomMeter meter = new RandomMeter(seed);
        List<MeteredInterval> emitted = play(new IntervalMeter(meter.rule()), meter.visits());
        Map<Instant, List<Integer>> versions = new TreeMap<>();
        emitted.forEach(one -> versions.computeIfAbsent(one.interval().start(), start -> new ArrayList<>())
                .add(one.version()));
        versions.forEach((start, numbers) ->
                assertTrue(numbers.equals(List.of(1)) || numbers.equals(List.of(1, 2)), () -> meter + " " + start));
        List<Instant> starts = List.copyOf(versions.keySet());
        for (int i = 1; i < starts.size(); i++) {
            Instant due = starts.get(i - 1).plus(meter.rule().grid().length());
            assertEquals(due, starts.get(i), meter::toString);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRestartAtAnyMomentChangesNothing(long seed) throws JsonProcessingException {
        RandomMeter meter = new RandomMeter(seed);
        List<MeteredInterval> uninterrupted = play(new IntervalMeter(meter.rule()), meter.visits());
        Random kills = new Random(seed);
        List<MeteredInterval> interrupted = new ArrayList<>();
        IntervalMeter running = new IntervalMeter(meter.rule());
        for (RandomMeter.Visit visit : meter.visits()) {
            interrupted.addAll(visit.to(running));
            if (kills.nextInt(4) == 0) {
                String kept = JSON.writeValueAsString(running.state());
                MeterState resumed = JSON.readValue(kept, MeterState.class);
                assertEquals(running.state(), resumed);
                running = new IntervalMeter(meter.rule(), ExpectedEnergy.UNKNOWN, resumed);
            }
        }
        assertEquals(uninterrupted, interrupted, meter::toString);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDuplicateOfAReadingChangesNothing(long seed) {
        RandomMeter meter = new RandomMeter(seed);
        List<MeteredInterval> once = play(new IntervalMeter(meter.rule()), meter.visits());
        IntervalMeter running = new IntervalMeter(meter.rule());
        List<MeteredInterval> twice = new ArrayList<>();
        for (RandomMeter.Visit visit : meter.visits()) {
            twice.addAll(visit.to(running));
            twice.addAll(visit.to(running));
        }
        assertEquals(once, twice, meter::toString);
    }

    private static List<MeteredInterval> play(IntervalMeter meter, List<RandomMeter.Visit> visits) {
        List<MeteredInterval> emitted = new ArrayList<>();
        visits.forEach(visit -> emitted.addAll(visit.to(meter)));
        return emitted;
    }

    private static Map<Instant, MeteredInterval> inForce(List<MeteredInterval> emitted) {
        Map<Instant, MeteredInterval> latest = new TreeMap<>();
        emitted.forEach(one -> latest.put(one.interval().start(), one));
        return latest;
    }
}
