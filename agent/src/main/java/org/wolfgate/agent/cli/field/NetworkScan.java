package org.wolfgate.agent.cli.field;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wolfgate.drivers.modbus.ModbusLine;

/** Knocks at many TCP places at once, then asks unit by unit on one connection, as devices with a single one need. */
final class NetworkScan {

    private static final int AT_ONCE = 32;

    private final List<Integer> units;
    private final Duration deadline;

    NetworkScan(List<Integer> units, Duration deadline) {
        this.units = units;
        this.deadline = deadline;
    }

    /**
     * A place where somebody listens.
     *
     * @param found units that answered, each with what it showed
     * @param silent why the others did not, as the last of them said
     */
    record Heard(ScanTargets.Place place, List<Unit> found, String silent) {}

    /** A unit that answered. */
    record Unit(int id, String seen) {}

    /** Every place that accepts connections, in the order given. */
    List<Heard> scan(List<ScanTargets.Place> places) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "scan");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<List<Heard>>> answers = new ArrayList<>();
            places.forEach(place -> answers.add(pool.submit(() -> knock(place))));
            List<Heard> heard = new ArrayList<>();
            for (Future<List<Heard>> answer : answers) {
                heard.addAll(answer.get());
            }
            return heard;
        } catch (ExecutionException e) {
            throw new IllegalStateException("scanning failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Heard> knock(ScanTargets.Place place) {
        return listens(place) ? List.of(ask(place)) : List.of();
    }

    private boolean listens(ScanTargets.Place place) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.host(), place.port()), Math.toIntExact(deadline.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Heard ask(ScanTargets.Place place) {
        List<Unit> found = new ArrayList<>();
        String silent = "";
        try (ModbusLine line = FieldLine.open(place.address(), deadline)) {
            for (int unit : units) {
                Device.Presence presence = new Device(line, unit).presence();
                if (presence.there()) {
                    found.add(new Unit(unit, presence.seen()));
                } else {
                    silent = "unit " + unit + ": " + presence.seen();
                }
            }
        }
        return new Heard(place, found, silent);
    }
}
