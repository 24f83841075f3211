package org.wolfgate.agent.settlement;

import java.util.Arrays;

/**
 * A node's amounts by the start of their intervals, of which the latest one counts. Lines come in the order in which they
 * were written, nearly always that of time, so a month of five-minute intervals takes 140 kB.
 */
public final class LatestAmounts {

    private long[] starts = new long[64];
    private long[] micros = new long[64];
    private int size;

    /**
     * Takes the amount of a line, in place of that of an earlier version of the same interval.
     *
     * @param start of the interval in epoch seconds
     * @param amount in millionths of the currency
     */
    public void put(long start, long amount) {
        int at = size == 0 || start > starts[size - 1] ? size : Arrays.binarySearch(starts, 0, size, start);
        if (at < 0) {
            insert(-at - 1);
            at = -at - 1;
        } else if (at == size) {
            insert(size);
        }
        starts[at] = start;
        micros[at] = amount;
    }

    /** Takes all of another, whose lines were written later. */
    public void putAll(LatestAmounts later) {
        for (int i = 0; i < later.size; i++) {
            put(later.starts[i], later.micros[i]);
        }
    }

    public int size() {
        return size;
    }

    /** The sum in millionths. */
    public long sum() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = Math.addExact(sum, micros[i]);
        }
        return sum;
    }

    private void insert(int at) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            micros = Arrays.copyOf(micros, 2 * size);
        }
        System.arraycopy(starts, at, starts, at + 1, size - at);
        System.arraycopy(micros, at, micros, at + 1, size - at);
        size++;
    }
}
