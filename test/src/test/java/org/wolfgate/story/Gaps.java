package org.wolfgate.story;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.wolfgate.agent.ledger.StoredRecord;

/** Intervals that should be on record and are not. */
final class Gaps {

    private Gaps() {}

    /** Keys are node/start/version: between the first and the last start of a node, every one must be there. */
    static List<String> of(List<StoredRecord> records, int seconds) {
        return records.stream()
                .filter(stored -> stored.record().kind().equals("interval"))
                .map(stored -> stored.record().key().split("/", -1))
                .collect(Collectors.groupingBy(
                        key -> key[0],
                        Collectors.mapping(
                                key -> Instant.parse(key[1]).getEpochSecond(), Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .flatMap(node -> missing(node.getKey(), node.getValue(), seconds))
                .toList();
    }

    private static Stream<String> missing(String node, NavigableSet<Long> starts, int seconds) {
        return LongStream.iterate(starts.first(), start -> start <= starts.last(), start -> start + seconds)
                .filter(start -> !starts.contains(start))
                .mapToObj(start -> node + " at " + Instant.ofEpochSecond(start));
    }
}
