package org.wolfgate.drivers.profile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.wolfgate.drivers.ActivePower;

/** The writes of the last 24 hours. A spent budget never keeps a stricter set-point back: a cap goes before a memory. */
final class WriteBudget {

    private static final long DAY = TimeUnit.DAYS.toNanos(1);

    private final int most;
    private final LongSupplier nanos;
    private final Deque<Long> writes = new ArrayDeque<>();

    WriteBudget(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    boolean allows(ActivePower held, ActivePower wanted) {
        forget();
        return writes.size() < most || wanted.compareTo(held) < 0;
    }

    void spend() {
        forget();
        if (most < Integer.MAX_VALUE) {
            writes.add(nanos.getAsLong());
        }
    }

    private void forget() {
        while (!writes.isEmpty() && nanos.getAsLong() - writes.element() >= DAY) {
            writes.remove();
        }
    }
}
