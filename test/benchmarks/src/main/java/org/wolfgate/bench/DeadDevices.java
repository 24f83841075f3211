package org.wolfgate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.BusLoop;
import org.wolfgate.drivers.LineSettings;

/** Part d: a serial bus of ten meters, three of them dead: how long the others wait for their turn. */
final class DeadDevices {

    private static final int BAUD = 19_200;
    private static final int METERS = 10;
    private static final int DEAD = 3;
    private static final Duration SETTLING = Duration.ofSeconds(25);

    private DeadDevices() {}

    static void run(Path home, Duration howLong) throws IOException, InterruptedException {
        double ten = round(home, METERS, METERS, Duration.ofSeconds(5), howLong);
        double seven = round(home, METERS - DEAD, METERS - DEAD, Duration.ofSeconds(5), howLong);
        double dead = round(home, METERS, METERS - DEAD, SETTLING, howLong);
        Figures.print("bus, round of ten, all alive", ten, "ms");
        Figures.print("bus, round of seven, all alive", seven, "ms");
        Figures.print("bus, round of ten, three dead", dead, "ms");
        Figures.print("bus, three dead against all ten alive", 100 * (dead / ten - 1), "%");
        Figures.print("bus, three dead against the seven alone", 100 * (dead / seven - 1), "%");
    }

    /** The mean time between two visits of a living meter on a bus that is always busy. */
    private static double round(Path home, int meters, int alive, Duration settling, Duration howLong)
            throws IOException, InterruptedException {
        Map<String, AtomicLong> answered = new ConcurrentHashMap<>();
        try (PacedBus bus = new PacedBus(home, BAUD, alive)) {
            BusLoop loop = loop(bus, meters, answered);
            CountDownLatch over = new CountDownLatch(1);
            over.await(settling.toMillis(), TimeUnit.MILLISECONDS);
            answered.clear();
            long started = System.nanoTime();
            over.await(howLong.toMillis(), TimeUnit.MILLISECONDS);
            double took = (System.nanoTime() - started) / 1e6;
            loop.close();
            double visits =
                    answered.values().stream().mapToLong(AtomicLong::get).sum() / (double) alive;
            return took / visits;
        }
    }

    private static BusLoop loop(PacedBus paced, int meters, Map<String, AtomicLong> answered) {
        LineSettings line = Lines.line(
                "modbus-rtu", "baud: " + BAUD + "\ndevice: " + paced.port().device());
        for (int unit = 1; unit <= meters; unit++) {
            line = line.withMeter("m" + unit, Lines.yaml("profile: eastron-sdm630\nunit: " + unit));
        }
        Bus bus = line.open();
        BusLoop loop = BusLoop.start("bench", bus);
        for (int unit = 1; unit <= meters; unit++) {
            String id = "m" + unit;
            loop.poll(id, bus.meter(id), Duration.ofMillis(10), (device, reading) -> {
                if (reading.answered()) {
                    answered.computeIfAbsent(device, fresh -> new AtomicLong()).incrementAndGet();
                }
            });
        }
        return loop;
    }
}
