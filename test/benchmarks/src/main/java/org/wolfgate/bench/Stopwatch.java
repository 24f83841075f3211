package org.wolfgate.bench;

import java.util.Arrays;

/** Times of many runs. */
final class Stopwatch {

    private final double[] milliseconds;
    private int count;

    Stopwatch(int runs) {
        milliseconds = new double[runs];
    }

    void add(long nanoseconds) {
        milliseconds[count++] = nanoseconds / 1e6;
    }

    double median() {
        return sorted()[count / 2];
    }

    /** The time that so many percent of the runs did not exceed. */
    double percentile(int percent) {
        return sorted()[(count * percent + 99) / 100 - 1];
    }

    double best() {
        return sorted()[0];
    }

    private double[] sorted() {
        double[] sorted = Arrays.copyOf(milliseconds, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
