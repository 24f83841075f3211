package org.wolfgate.agent.dispatch.simplex;

/** Events by the step at which they happen, earliest first; an array heap that never allocates. */
final class EventHeap {

    private final double[] step;
    private final int[] item;
    private int size;

    EventHeap(int capacity) {
        step = new double[capacity];
        item = new int[capacity];
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds an event without keeping the order; {@link #order} must follow. */
    void append(double at, int what) {
        step[size] = at;
        item[size] = what;
        size++;
    }

    void order() {
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    double firstStep() {
        return step[0];
    }

    int firstItem() {
        return item[0];
    }

    void removeFirst() {
        size--;
        step[0] = step[size];
        item[0] = item[size];
        sink(0);
    }

    /** The first item's next event, in place of the one that just happened. */
    void replaceFirst(double at) {
        step[0] = at;
        sink(0);
    }

    private void sink(int from) {
        double at = step[from];
        int what = item[from];
        int hole = from;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && step[child + 1] < step[child]) {
                child++;
            }
            if (step[child] >= at) {
                break;
            }
            step[hole] = step[child];
            item[hole] = item[child];
            hole = child;
        }
        step[hole] = at;
        item[hole] = what;
    }
}
