package org.wolfgate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.BusLoop;
import org.wolfgate.drivers.LineSettings;

/**
 * Part d: a serial bus of ten meters, three of them dead: how long the others wait for their turn. It runs beside a bus of ten
 * and one of seven, all alive, so that what else the machine does falls on all of them.
 */
final class DeadDevices {

    private static final int BAUD = 19_200;
    private static final int METERS = 10;
    private static final int DEAD = 3;

    /** Until the dead ones are known to be dead. */
    private static final Duration SETTLING = Duration.ofSeconds(25);

    private DeadDevices() {}

    static void run(Path home, Duration howLong) throws IOException, InterruptedException {
        try (Busy all = new Busy(home, METERS, METERS);
                Busy few = new Busy(home, METERS - DEAD, METERS - DEAD);
                Busy some = new Busy(home, METERS, METERS - DEAD)) {
            CountDownLatch over = new CountDownLatch(1);
            over.await(SETTLING.toMillis(), TimeUnit.MILLISECONDS);
            all.begin();
            few.begin();
            some.begin();
            over.await(howLong.toMillis(), TimeUnit.MILLISECONDS);
            print(all.round(), few.round(), some.round());
        }
    }

    private static void print(double all, double few, double some) {
        Figures.print("bus, round of ten, all alive", all, "ms");
        Figures.print("bus, round of seven, all alive", few, "ms");
        Figures.print("bus, round of ten, three dead", some, "ms");
        Figures.print("bus, three dead against all ten alive", 100 * (some / all - 1), "%");
        Figures.print("bus, three dead against the seven alone", 100 * (some / few - 1), "%");
    }

    /** A bus on which some meter always waits for its turn. */
    private static final class Busy implements AutoCloseable {

        private final PacedBus paced;
        private final BusLoop loop;
        private final int alive;
        private final AtomicLong answered = new AtomicLong();
        private long begun;

        Busy(Path home, int meters, int alive) throws IOException {
            this.paced = new PacedBus(home, BAUD, alive);
            this.alive = alive;
            LineSettings line = Lines.line(
                    "modbus-rtu", "baud: " + BAUD + "\ndevice: " + paced.port().device());
            for (int unit = 1; unit <= meters; unit++) {
                line = line.withMeter("m" + unit, Lines.yaml("profile: eastron-sdm630\nunit: " + unit));
            }
            Bus bus = line.open();
            loop = BusLoop.start("bench", bus);
            for (int unit = 1; unit <= meters; unit++) {
                loop.poll("m" + unit, bus.meter("m" + unit), Duration.ofMillis(10), (device, reading) -> {
                    if (reading.answered()) {
                        answered.incrementAndGet();
                    }
                });
            }
        }

        void begin() {
            answered.set(0);
            begun = System.nanoTime();
        }

        /** The mean time between two visits of a living meter, in ms. */
        double round() {
            return (System.nanoTime() - begun) / 1e6 / (answered.get() / (double) alive);
        }

        @Override
        public void close() {
            loop.close();
            paced.close();
        }
    }
}
