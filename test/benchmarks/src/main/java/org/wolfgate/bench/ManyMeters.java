package org.wolfgate.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.BusLoop;
import org.wolfgate.drivers.Histogram;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.Meter;

/** Part c: many TCP meters, each read every second by a line of its own. */
final class ManyMeters {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final long STAGGER_NANOS = 4_000_000;

    private final AtomicLong missed = new AtomicLong();
    private final AtomicLong visits = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final List<Histogram> starts = new ArrayList<>();

    /** Runs {@link #main} in a JVM set as the agent's. */
    static void run(int count, Duration howLong) throws IOException, InterruptedException {
        try (MeterServers servers = new MeterServers(count)) {
            List<String> arguments = new ArrayList<>(List.of(Long.toString(howLong.toSeconds())));
            servers.ports().forEach(port -> arguments.add(Integer.toString(port)));
            Process reader = ChildJvm.start(ManyMeters.class, arguments);
            reader.getInputStream().transferTo(System.out);
            reader.waitFor();
        }
    }

    /** Arguments: seconds, then the meters' ports. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Integer> ports = Arrays.stream(args).skip(1).map(Integer::valueOf).toList();
        new ManyMeters().measure(ports, Duration.ofSeconds(Long.parseLong(args[0])));
        System.exit(0);
    }

    private void measure(List<Integer> ports, Duration howLong) throws IOException, InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        for (int port : ports) {
            start(port);
            over.await(STAGGER_NANOS, TimeUnit.NANOSECONDS);
        }
        over.await(5, TimeUnit.SECONDS);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long started = System.nanoTime();
        missed.set(0);
        visits.set(0);
        unanswered.set(0);
        over.await(howLong.toSeconds(), TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - started) / 1e9;
        Figures.print("meters, count", ports.size(), "meters");
        Figures.print("meters, observed for", seconds, "s");
        Figures.print("meters, visits", visits.get() / seconds, "visits/s");
        Figures.print("meters, missed deadlines", (double) missed.get(), "visits");
        Figures.print("meters, visits without answer", (double) unanswered.get(), "visits");
        Figures.print("meters, start jitter p99", worst(0.99), "ms");
        Figures.print("meters, start jitter p99.9", worst(0.999), "ms");
        Figures.print("meters, processor", 100 * (system.getProcessCpuTime() - cpu) / 1e9 / seconds, "% of one core");
        Figures.print("meters, resident memory", residentKilobytes() / 1024.0, "MB");
    }

    private double worst(double share) {
        Histogram all = new Histogram();
        starts.forEach(all::add);
        return all.quantile(share).toNanos() / 1e6;
    }

    /** The process ends with its loops. */
    private void start(int port) {
        LineSettings line = Lines.tcp(port).withMeter("m", Lines.yaml("profile: eastron-sdm630"));
        Bus bus = line.open();
        BusLoop loop = BusLoop.start("m" + port, bus);
        Histogram late = new Histogram();
        starts.add(late);
        long due = System.nanoTime();
        loop.poll("m", timed(bus.meter("m"), due, late), PERIOD, (id, reading) -> {
            visits.incrementAndGet();
            if (!reading.answered()) {
                unanswered.incrementAndGet();
            }
        });
    }

    /** Notes how far each visit starts behind its place on the grid that begins with the first. */
    private Meter timed(Meter meter, long due, Histogram late) {
        AtomicLong last = new AtomicLong(-1);
        return () -> {
            long after = System.nanoTime() - due;
            long tick = after / PERIOD.toNanos();
            missed.addAndGet(Math.max(0, tick - last.getAndSet(tick) - 1));
            late.record(after % PERIOD.toNanos());
            return meter.read();
        };
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
