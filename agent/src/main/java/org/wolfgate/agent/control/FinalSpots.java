package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.wolfgate.agent.control.Event.FinalSpotArrived;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;

/**
 * Spot prices that were declared final, each with the revision that declared it. A final price changes only by a higher
 * revision; the same price again is no news.
 */
final class FinalSpots {

    /** A price that ends later than this ahead of the agent's clock is of an interval that is not over. */
    private static final long AHEAD_SECONDS = 30;

    private final Map<String, List<FinalBlock>> byZone = new TreeMap<>();

    /** A final price of a span. */
    record FinalBlock(Interval span, Price price, long revision) {

        boolean overlaps(Interval other) {
            return span.start().isBefore(other.end()) && other.start().isBefore(span.end());
        }
    }

    FinalSpots(Map<String, List<FinalBlock>> resumed) {
        byZone.putAll(resumed);
    }

    /** What survives a restart. */
    Map<String, List<FinalBlock>> state() {
        return Map.copyOf(byZone);
    }

    /** Why a message cannot be taken; empty if it can. It is taken whole or not at all. */
    Optional<String> objection(FinalSpotArrived news, Instant now) {
        List<SpotBlock> blocks = news.blocks().stream()
                .sorted(Comparator.comparing(block -> block.span().start()))
                .toList();
        for (int i = 0; i < blocks.size(); i++) {
            SpotBlock block = blocks.get(i);
            if (i > 0 && blocks.get(i - 1).span().end().isAfter(block.span().start())) {
                return Optional.of("its blocks overlap at " + block.span().start());
            }
            if (block.span().end().isAfter(now.plusSeconds(AHEAD_SECONDS))) {
                return Optional.of(
                        "a price cannot be final before " + block.span().end() + ", the end of its time");
            }
            Optional<FinalBlock> known = of(news.zone()).stream()
                    .filter(old -> old.overlaps(block.span()))
                    .filter(old -> !old.price().equals(block.price()) && old.revision() >= news.revision())
                    .findFirst();
            if (known.isPresent()) {
                return known.map(old -> "final price " + block.price() + " contradicts " + old.price() + " of "
                        + old.span() + ", revision " + old.revision() + "; a correction carries a higher revision");
            }
        }
        return Optional.empty();
    }

    /**
     * Takes what has no {@link #objection}.
     *
     * @param wanted whether a span matters to anybody; the rest is not kept
     */
    void take(FinalSpotArrived news, Predicate<Interval> wanted) {
        List<FinalBlock> kept = new ArrayList<>(of(news.zone()));
        for (SpotBlock block : news.blocks()) {
            if (wanted.test(block.span())) {
                kept = outside(kept, block.span(), news.revision());
                gaps(kept, block.span()).forEach(addTo(kept, block.price(), news.revision()));
            }
        }
        kept.sort(Comparator.comparing(each -> each.span().start()));
        byZone.put(news.zone(), List.copyOf(kept));
    }

    /** Forgets what matters to nobody any more. */
    void keep(String zone, Predicate<Interval> wanted) {
        byZone.computeIfPresent(zone, (id, blocks) -> {
            List<FinalBlock> left =
                    blocks.stream().filter(block -> wanted.test(block.span())).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** The final prices within a span, in order of time; empty unless they cover it without a gap. */
    Optional<List<SpotBlock>> covering(String zone, Interval span) {
        List<SpotBlock> parts = new ArrayList<>();
        Instant reached = span.start();
        for (FinalBlock block : of(zone)) {
            if (block.overlaps(span)) {
                if (block.span().start().isAfter(reached)) {
                    return Optional.empty();
                }
                Instant end =
                        block.span().end().isBefore(span.end()) ? block.span().end() : span.end();
                parts.add(new SpotBlock(new Interval(reached, end), block.price()));
                reached = end;
            }
        }
        return reached.isBefore(span.end()) ? Optional.empty() : Optional.of(parts);
    }

    private List<FinalBlock> of(String zone) {
        return byZone.getOrDefault(zone, List.of());
    }

    private static Consumer<Interval> addTo(List<FinalBlock> kept, Price price, long revision) {
        return span -> kept.add(new FinalBlock(span, price, revision));
    }

    /** What stays of the earlier ones beside a new block: parts outside it, and what has as high a revision. */
    private static List<FinalBlock> outside(List<FinalBlock> blocks, Interval young, long revision) {
        List<FinalBlock> kept = new ArrayList<>();
        for (FinalBlock old : blocks) {
            if (!old.overlaps(young) || old.revision() >= revision) {
                kept.add(old);
            } else {
                Interval span = old.span();
                if (span.start().isBefore(young.start())) {
                    kept.add(new FinalBlock(new Interval(span.start(), young.start()), old.price(), old.revision()));
                }
                if (young.end().isBefore(span.end())) {
                    kept.add(new FinalBlock(new Interval(young.end(), span.end()), old.price(), old.revision()));
                }
            }
        }
        return kept;
    }

    /** The parts of a span that no block covers. */
    private static List<Interval> gaps(List<FinalBlock> blocks, Interval span) {
        List<Interval> gaps = new ArrayList<>();
        Instant reached = span.start();
        for (FinalBlock block : blocks.stream()
                .filter(each -> each.overlaps(span))
                .sorted(Comparator.comparing(each -> each.span().start()))
                .toList()) {
            if (reached.isBefore(block.span().start())) {
                gaps.add(new Interval(reached, block.span().start()));
            }
            reached = block.span().end();
        }
        if (reached.isBefore(span.end())) {
            gaps.add(new Interval(reached, span.end()));
        }
        return gaps;
    }
}
