package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a thread that waits for work; rings while it is busy count as one. */
final class Doorbell implements Runnable {

    private final Semaphore rung = new Semaphore(0);

    @Override
    public void run() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Returns when it rings, has rung since the last call, or the time is over. */
    void await(Duration most) throws InterruptedException {
        if (rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
