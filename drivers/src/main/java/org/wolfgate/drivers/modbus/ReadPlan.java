package org.wolfgate.drivers.modbus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Decides which requests bring a device's values in the least time on the wire. A hole is read along where its registers
 * cost less than another request; the break-even follows from the line's character time and the device's turnaround, where
 * a fixed number would be wrong on all lines but one. A value is never split over two requests, since some meters reject
 * that and since its halves could belong to different moments.
 */
final class ReadPlan {

    private final int gap;
    private final int mostWords;
    private final Set<Cut> cuts = new HashSet<>();

    /** Two values that the device does not give together. */
    private record Cut(ReadBlock left, ReadBlock right) {}

    /**
     * A plan within what the device can do.
     *
     * @param gap most registers that nobody asked for between two values in one request
     * @param mostWords most registers in one request; a single value may be longer
     */
    ReadPlan(int gap, int mostWords) {
        this.gap = gap;
        this.mostWords = mostWords;
    }

    /** The requests, by table and address, that bring all values at least cost. */
    List<ReadBlock> blocks(Collection<ReadBlock> values, WireTime time) {
        List<ReadBlock> sorted = sorted(values);
        long[] cost = new long[sorted.size() + 1];
        ReadBlock[] last = new ReadBlock[sorted.size() + 1];
        int[] before = new int[sorted.size() + 1];
        for (int end = 1; end <= sorted.size(); end++) {
            cost[end] = Long.MAX_VALUE;
            ReadBlock block = sorted.get(end - 1);
            for (int start = end - 1; start >= 0; start--) {
                if (start < end - 1 && !together(sorted.get(start), sorted.get(start + 1), block)) {
                    break;
                }
                block = block.spanning(sorted.get(start));
                boolean fits = start == end - 1 || block.count() <= mostWords;
                long total = fits ? cost[start] + time.read(block.count()) : Long.MAX_VALUE;
                if (total < cost[end]) {
                    cost[end] = total;
                    last[end] = block;
                    before[end] = start;
                }
            }
        }
        return chosen(last, before);
    }

    private static List<ReadBlock> sorted(Collection<ReadBlock> values) {
        return values.stream()
                .distinct()
                .sorted(Comparator.comparing(ReadBlock::table)
                        .thenComparingInt(ReadBlock::address)
                        .thenComparingInt(ReadBlock::count))
                .toList();
    }

    private boolean together(ReadBlock value, ReadBlock next, ReadBlock block) {
        return value.table() == block.table()
                && block.address() - value.end() <= gap
                && !cuts.contains(new Cut(value, next));
    }

    private static List<ReadBlock> chosen(ReadBlock[] last, int[] before) {
        List<ReadBlock> blocks = new ArrayList<>();
        for (int end = last.length - 1; end > 0; end = before[end]) {
            blocks.add(0, last[end]);
        }
        return List.copyOf(blocks);
    }

    /**
     * Learns that the device refused this request, and plans its values anew: cut in the widest hole, or without any in
     * the middle.
     *
     * @return empty if the request held a single value, so that merging is not to blame
     */
    Optional<List<ReadBlock>> unmerged(ReadBlock refused, Collection<ReadBlock> values, WireTime time) {
        List<ReadBlock> inside =
                sorted(values).stream().filter(refused::contains).toList();
        if (inside.size() < 2) {
            return Optional.empty();
        }
        int middle = inside.size() / 2;
        int cut = IntStream.range(1, inside.size())
                .boxed()
                .max(Comparator.<Integer>comparingInt(at -> hole(inside, at))
                        .thenComparingInt(at -> -Math.abs(at - middle)))
                .orElse(middle);
        cuts.add(new Cut(inside.get(cut - 1), inside.get(cut)));
        return Optional.of(blocks(inside, time));
    }

    private static int hole(List<ReadBlock> values, int at) {
        return Math.max(0, values.get(at).address() - values.get(at - 1).end());
    }
}
