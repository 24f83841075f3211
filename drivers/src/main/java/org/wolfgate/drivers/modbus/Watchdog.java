package org.wolfgate.drivers.modbus;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a socket from outside when a whole exchange has taken too long. A read timeout cannot do it: it starts again
 * with every byte, so an answer that trickles blocks for ever. One shared thread, woken at most once per deadline of a
 * busy line.
 */
final class Watchdog {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "modbus-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Closeable guarded;
    private long deadline;
    private boolean scheduled;
    private boolean barked;

    /** Guards a socket until {@link #disarm}, or closes it after the given nanoseconds. */
    synchronized void arm(Closeable socket, long nanos) {
        guarded = socket;
        deadline = System.nanoTime() + nanos;
        barked = false;
        if (!scheduled) {
            schedule(nanos);
        }
    }

    /** Ends the guard; true if the socket was closed meanwhile. */
    synchronized boolean disarm() {
        guarded = null;
        return barked;
    }

    private void schedule(long nanos) {
        scheduled = true;
        var unused = TIMER.schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void check() {
        scheduled = false;
        if (guarded == null) {
            return;
        }
        long left = deadline - System.nanoTime();
        if (left > 0) {
            schedule(left);
            return;
        }
        barked = true;
        try {
            guarded.close();
        } catch (IOException e) {
            // A socket that cannot be closed is as good as closed: its reader fails either way.
            barked = true;
        }
    }
}
