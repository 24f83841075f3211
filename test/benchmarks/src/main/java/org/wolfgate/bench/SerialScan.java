package org.wolfgate.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Encoding;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.modbus.MeasuredLine;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.PointReader;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.modbus.WireTime;
import org.wolfgate.drivers.modbus.WordOrder;

/** Part a: a full scan of an SDM630-class meter over a serial line, against what the wire can carry. */
final class SerialScan {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int MOST_WORDS = 60;
    private static final int SCANS = 10;

    /** Every measured quantity of the manual, two registers each (Eastron SDM630 Modbus protocol V2, input registers). */
    private static final List<Point> POINTS =
            addresses().mapToObj(SerialScan::point).toList();

    private SerialScan() {}

    private static IntStream addresses() {
        int[] totals = {42, 46, 48, 52, 56, 60, 62, 66, 70, 72, 74, 76, 78, 80, 82, 84, 86, 100, 102, 104, 106};
        int[] between = {
            200, 202, 204, 206, 224, 234, 236, 238, 240, 242, 244, 248, 250, 254, 258, 260, 262, 264, 266, 268
        };
        IntStream phases = IntStream.iterate(0, address -> address < 36, address -> address + 2);
        IntStream energy = IntStream.iterate(334, address -> address < 382, address -> address + 2)
                .filter(address -> address != 340);
        return Stream.of(phases, IntStream.of(totals), IntStream.of(between), energy)
                .flatMapToInt(all -> all);
    }

    private static Point point(int address) {
        Encoding encoding = new Encoding(NumberType.U32, WordOrder.BE, BigDecimal.ONE, List.of());
        return new Point("r" + address, RegisterTable.INPUT, address, 0, encoding);
    }

    static void run(Path home) throws IOException, InterruptedException {
        Optional<Path> libmodbus = Compiled.of(home, "libmodbus_rtu.c");
        for (int baud : List.of(9600, 19_200)) {
            try (PacedBus bus = new PacedBus(home, baud, 1);
                    PacedBus other = new PacedBus(home, baud, 1);
                    MeasuredLine line = new LineAddress.Rtu(bus.port()).open("bench", DEADLINE)) {
                CountingLine counting =
                        new CountingLine(line, WireTime.serial(baud, 10).withTurnaround(0));
                double planned = planned(baud, counting, bus, libmodbus, other);
                single(baud, counting, planned);
                account(baud + " baud, ", bus);
            }
        }
    }

    private static double planned(
            int baud, CountingLine counting, PacedBus bus, Optional<Path> libmodbus, PacedBus other)
            throws IOException {
        PointReader planned = new PointReader(counting, 1, POINTS, MOST_WORDS, MOST_WORDS);
        planned.read();
        counting.reset();
        planned.read();
        List<Request> asked = counting.asked();
        double limit = counting.wireNanos() / 1e6;
        String name = baud + " baud, ";
        System.out.println(name + "the bus is " + bus.pace());
        Figures.print(name + "values in a scan", POINTS.size(), "values");
        Figures.print(name + "requests in a planned scan", asked.size(), "requests");
        Figures.print(name + "planned scan, computed wire limit", limit, "ms");
        Stopwatch ours = new Stopwatch(SCANS);
        Stopwatch theirs = new Stopwatch(SCANS);
        int incomplete = turns(
                planned, ours, libmodbus.isEmpty() ? null : new BareScan(libmodbus.get(), other.port(), asked), theirs);
        Figures.print(name + "scans with a lost answer", incomplete, "of " + SCANS + " scans");
        shares(name + "planned scan", limit, ours, asked.size());
        if (libmodbus.isPresent()) {
            shares(name + "the same requests by libmodbus", limit, theirs, asked.size());
        }
        return ours.median();
    }

    /**
     * Our scans and those of libmodbus take turns, each on a bus of its own, so that what else runs falls on both.
     *
     * @return how many of ours lost an answer
     */
    private static int turns(PointReader planned, Stopwatch ours, @Nullable BareScan bare, Stopwatch theirs)
            throws IOException {
        int incomplete = 0;
        try (bare) {
            for (int i = 0; i < SCANS; i++) {
                long started = System.nanoTime();
                incomplete += isComplete(planned.read()) ? 0 : 1;
                ours.add(System.nanoTime() - started);
                if (bare != null) {
                    theirs.add(bare.scan());
                }
            }
        }
        return incomplete;
    }

    private static void shares(String name, double limit, Stopwatch scans, int requests) {
        Figures.print(name, scans.median(), "ms");
        Figures.print(name + ", share of the computed wire limit", 100 * limit / scans.median(), "%");
        Figures.print(name + ", share of it in the best scan", 100 * limit / scans.best(), "%");
        Figures.print(name + ", lost at each request", (scans.median() - limit) / requests, "ms");
    }

    private static void account(String name, PacedBus bus) throws IOException {
        PacedBus.Account account = bus.account();
        Figures.print(name + "lost at each request by the paced bus itself", account.late(), "ms");
        Figures.print(name + "requests sooner than 3.5 characters", account.hasty(), "requests");
    }

    private static void single(int baud, CountingLine counting, double planned) {
        PointReader single = new PointReader(counting, 1, POINTS, 0, 2);
        counting.reset();
        long started = System.nanoTime();
        boolean complete = isComplete(single.read());
        double took = (System.nanoTime() - started) / 1e6;
        if (!complete) {
            System.out.println(baud + " baud, one read per value: an answer was lost, no figure");
            return;
        }
        Figures.print(baud + " baud, requests with one read per value", counting.requests(), "requests");
        Figures.print(baud + " baud, scan with one read per value", took, "ms");
        Figures.print(baud + " baud, one read per value / planned", took / planned, "times");
    }

    /** Whether every value came; a wrong one ends the benchmark. */
    private static boolean isComplete(Map<Point, Reading<Long>> readings) {
        readings.forEach((point, reading) -> {
            long expected = (long) point.address() << 16 | (point.address() + 1);
            if (reading.value().filter(value -> value != expected).isPresent()) {
                throw new IllegalStateException(point.label() + ": " + reading + " instead of " + expected);
            }
        });
        return readings.values().stream().allMatch(Reading::isGood);
    }
}
