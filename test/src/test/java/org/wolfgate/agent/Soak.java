package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;

/**
 * Weeks in fast time: three nodes read, scheduled, priced and, once a day, curtailed; every record settled, stored and
 * acknowledged by a real broker.
 */
final class Soak {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final ActivePower FLOW = ActivePower.parse("20 MW");

    private final Path folder;
    private final List<Day> days = new ArrayList<>();
    private long readings;
    private long orders;

    /** What was seen at the end of a day. */
    record Day(long heap, int threads, long database, long log) {}

    /** @param folder for the ledger and the broker; on memory, since it is not the disk that is soaked */
    Soak(Path folder) {
        this.folder = folder;
    }

    /** A folder on the machine's memory, or wherever temporary files go. */
    static Path fastFolder() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "wolfgate-soak")
                : Files.createTempDirectory("wolfgate-soak");
    }

    /**
     * Lets days pass and prints what was seen.
     *
     * @param flatFrom the day whose end is compared with the last
     * @return what was seen at the end of each day
     */
    List<Day> run(String interval, Duration poll, int wanted, int flatFrom) throws IOException {
        SubstationConfig config = config(interval);
        long records;
        try (Mosquitto broker = Mosquitto.start(folder, "persistence false");
                FastAgent agent = new FastAgent(config, folder.resolve("ledger"), broker.url(), START)) {
            for (int day = 0; day < wanted; day++) {
                market(agent, config);
                for (Duration passed = Duration.ZERO;
                        passed.compareTo(Duration.ofDays(1)) < 0;
                        passed = passed.plus(poll)) {
                    agent.pass(poll);
                    read(agent, config);
                }
                days.add(see());
            }
            Await.until("all is acknowledged", () -> agent.waiting() == 0, () -> agent.waiting() + " wait");
            assertTrue(agent.ledger().verify().sound());
            records = agent.ledger().last();
        }
        Day first = days.get(flatFrom);
        Day last = days.get(days.size() - 1);
        System.out.printf(
                "proof: soak of %d days of %s, %d readings, %d orders, %d records, all acknowledged, chain sound;"
                        + " from day %d to the end: heap %.1f to %.1f MB, threads %d to %d, database %.1f to %.1f MB,"
                        + " log at most %.1f MB%n",
                wanted,
                interval,
                readings,
                orders,
                records,
                flatFrom + 1,
                first.heap() / 1e6,
                last.heap() / 1e6,
                first.threads(),
                last.threads(),
                first.database() / 1e6,
                last.database() / 1e6,
                days.stream().mapToLong(Day::log).max().orElse(0) / 1e6);
        return days;
    }

    private Day see() throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        Path ledger = folder.resolve("ledger");
        return new Day(
                runtime.totalMemory() - runtime.freeMemory(),
                Thread.activeCount(),
                Files.size(ledger.resolve("ledger.db")),
                Files.size(ledger.resolve("ledger.db-wal")));
    }

    private static SubstationConfig config(String interval) throws IOException {
        Path file = Path.of("../config/demo.yaml");
        String text = Files.readString(file)
                .replace("interval: 5 s", "interval: " + interval)
                .replace("orders: signed", "orders: unsigned-bench")
                .replaceAll("(?m)^ +(key|fail-safe): .*\\R", "");
        Problems problems = new Problems();
        return SubstationFile.read("soak.yaml", text, Path.of("../config"), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    /** A day's schedules and prices, and one order. */
    private void market(FastAgent agent, SubstationConfig config) {
        Interval span = new Interval(agent.now(), agent.now().plus(Duration.ofDays(2)));
        for (NodeSettings node : config.settings().nodes()) {
            agent.post(new Event.ScheduleArrived(
                    node.id(), "day-ahead", List.of(new ScheduleBlock(span, ActivePower.parse("21 MW")))));
        }
        agent.post(new Event.SpotArrived("west", List.of(new SpotBlock(span, Price.parse("40.00")))));
        orders++;
        Instant begin = agent.now().plus(Duration.ofHours(3));
        agent.settle(new Event.OrderArrived(new CurtailmentOrder(
                "o" + orders,
                orders,
                "iso",
                "hydro",
                FLOW,
                Optional.empty(),
                Optional.empty(),
                begin,
                begin.plus(Duration.ofHours(2)),
                Duration.ofMinutes(5),
                "a day",
                agent.now())));
    }

    private void read(FastAgent agent, SubstationConfig config) {
        Energy energy = new Energy(
                FLOW.watts() / 3600 * Duration.between(START, agent.now()).toSeconds());
        // So few readings tell no mean frequency; without one every interval would wait for it.
        agent.post(new Event.FrequencyArrived(agent.now(), new Frequency(60_000)));
        for (NodeSettings node : config.settings().nodes()) {
            readings++;
            agent.post(new Event.MeterRead(
                    node.meter(),
                    new MeterReading(
                            Reading.good(FLOW),
                            Reading.good(new Frequency(60_000 + (int) (readings % 7) - 3)),
                            Reading.good(energy),
                            Reading.good(Energy.ZERO))));
        }
        agent.settle(new Event.Tick());
    }
}
