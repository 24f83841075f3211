package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.settlement.RightsCheck;
import org.wolfgate.agent.settlement.RightsGap;
import org.wolfgate.agent.settlement.Schedule;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.drivers.ActivePower;

/** What the ISO published: schedules and insured tranches by node, spot prices by zone. */
final class MarketBook {

    private final Map<String, PublishedSchedule> schedules = new LinkedHashMap<>();
    private final Map<String, List<InsuredTranche>> tranches = new LinkedHashMap<>();
    private final Map<String, List<SpotBlock>> spots = new LinkedHashMap<>();

    /** A schedule as it was published. */
    record PublishedSchedule(String id, List<ScheduleBlock> blocks) {

        Schedule rule() {
            return new Schedule(id, blocks, Duration.ZERO);
        }
    }

    /** What survives a restart. */
    record State(
            Map<String, PublishedSchedule> schedules,
            Map<String, List<InsuredTranche>> tranches,
            Map<String, List<SpotBlock>> spots) {
        static final State EMPTY = new State(Map.of(), Map.of(), Map.of());
    }

    MarketBook(State resumed) {
        schedules.putAll(resumed.schedules());
        tranches.putAll(resumed.tranches());
        spots.putAll(resumed.spots());
    }

    State state() {
        return new State(Map.copyOf(schedules), Map.copyOf(tranches), Map.copyOf(spots));
    }

    /** Whether it is another schedule than the one before. */
    boolean schedule(String node, String id, List<ScheduleBlock> blocks) {
        PublishedSchedule published = new PublishedSchedule(id, List.copyOf(blocks));
        return !published.equals(schedules.put(node, published));
    }

    void tranches(String node, List<InsuredTranche> published) {
        tranches.put(node, List.copyOf(published));
    }

    /** Takes new spot prices; where they overlap with earlier ones, the new ones count. */
    void spot(String zone, List<SpotBlock> published) {
        List<SpotBlock> kept = spots.getOrDefault(zone, List.of());
        for (SpotBlock young : published) {
            kept = kept.stream().flatMap(old -> outside(old, young.span())).toList();
        }
        kept = Stream.concat(published.stream(), kept.stream()).toList();
        spots.put(zone, kept);
    }

    Optional<Schedule> schedule(String node) {
        return Optional.ofNullable(schedules.get(node)).map(PublishedSchedule::rule);
    }

    /** What a node's schedule lacks in flowgate rights within an interval. */
    Optional<RightsGap> lacking(RightsCheck check, Interval span) {
        return Optional.ofNullable(schedules.get(check.node()))
                .flatMap(schedule -> check.gap(schedule.id(), schedule.blocks(), span));
    }

    /** The blocks of a node's schedule; none if there is no schedule. */
    List<ScheduleBlock> blocks(String node) {
        PublishedSchedule schedule = schedules.get(node);
        return schedule == null ? List.of() : schedule.blocks();
    }

    Optional<ActivePower> scheduled(String node, Instant at) {
        return blocks(node).stream()
                .filter(block -> block.span().contains(at))
                .map(ScheduleBlock::power)
                .findFirst();
    }

    List<InsuredTranche> tranches(String node) {
        return tranches.getOrDefault(node, List.of());
    }

    List<SpotBlock> spots(String zone) {
        return spots.getOrDefault(zone, List.of());
    }

    Optional<Price> spot(String zone, Instant at) {
        return spots(zone).stream()
                .filter(block -> block.span().contains(at))
                .map(SpotBlock::price)
                .findFirst();
    }

    /** Forgets spot prices that ended long before an instant. */
    void forget(Instant horizon) {
        Instant old = horizon.minus(Duration.ofHours(2));
        spots.replaceAll((zone, blocks) ->
                blocks.stream().filter(block -> block.span().end().isAfter(old)).toList());
    }

    /** What of a block lies before a span and after it. */
    private static Stream<SpotBlock> outside(SpotBlock block, Interval span) {
        Instant start = block.span().start();
        Instant end = block.span().end();
        Instant before = end.isBefore(span.start()) ? end : span.start();
        Instant after = start.isAfter(span.end()) ? start : span.end();
        return Stream.concat(part(start, before, block), part(after, end, block));
    }

    private static Stream<SpotBlock> part(Instant from, Instant to, SpotBlock block) {
        return from.isBefore(to) ? Stream.of(new SpotBlock(new Interval(from, to), block.price())) : Stream.empty();
    }
}
