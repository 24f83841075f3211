package org.wolfgate.drivers.modbus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run of registers that one request reads.
 *
 * @param address of the first, from 0
 * @param count 1 to 125
 */
record ReadBlock(RegisterTable table, int address, int count) {

    int end() {
        return address + count;
    }

    boolean contains(ReadBlock other) {
        return table == other.table && address <= other.address && other.end() <= end();
    }

    /**
     * Few blocks that hold all the given ones whole: a value is never split over two requests, since some meters reject
     * it and since its halves could belong to different moments.
     *
     * @param gap most registers that nobody asked for between two values in one request
     * @param mostWords most registers in one request
     */
    static List<ReadBlock> merge(Collection<ReadBlock> values, int gap, int mostWords) {
        List<ReadBlock> sorted = values.stream()
                .sorted(Comparator.comparing(ReadBlock::table).thenComparingInt(ReadBlock::address))
                .toList();
        List<ReadBlock> merged = new ArrayList<>();
        for (ReadBlock value : sorted) {
            Optional<ReadBlock> wider = last(merged).flatMap(block -> block.widened(value, gap, mostWords));
            wider.ifPresentOrElse(block -> merged.set(merged.size() - 1, block), () -> merged.add(value));
        }
        return List.copyOf(merged);
    }

    private static Optional<ReadBlock> last(List<ReadBlock> blocks) {
        return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.get(blocks.size() - 1));
    }

    private Optional<ReadBlock> widened(ReadBlock next, int gap, int mostWords) {
        int span = Math.max(end(), next.end()) - address;
        boolean fits = table == next.table && next.address - end() <= gap && span <= mostWords;
        return fits ? Optional.of(new ReadBlock(table, address, span)) : Optional.empty();
    }
}
