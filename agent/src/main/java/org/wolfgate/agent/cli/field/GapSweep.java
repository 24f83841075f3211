package org.wolfgate.agent.cli.field;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wolfgate.agent.bringup.GapTrial;
import org.wolfgate.agent.bringup.Knee;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Request;

/** Asks a device the same again and again, with ever shorter pauses. A refusal is an answer too. */
record GapSweep(ModbusLine line, Request request, int tries) {

    /** What commissioning tries, in ms; enough to see a device that must be left alone. */
    private static final List<Integer> COMMON = List.of(100, 30, 10, 0);

    /**
     * The pause that the device needs.
     *
     * @param gaps in ms
     * @param listener hears of each pause when it has been tried
     */
    Knee knee(List<Integer> gaps, Consumer<GapTrial> listener) {
        List<GapTrial> trials = new ArrayList<>();
        for (int gap : gaps) {
            GapTrial trial = trial(Duration.ofMillis(gap));
            listener.accept(trial);
            trials.add(trial);
        }
        return Knee.of(trials);
    }

    Knee knee() {
        return knee(COMMON, trial -> {});
    }

    private GapTrial trial(Duration gap) {
        List<Long> trips = new ArrayList<>();
        for (int i = 0; i < tries; i++) {
            pause(gap);
            long start = System.nanoTime();
            if (!(line.exchange(request) instanceof Answer.Failed)) {
                trips.add(System.nanoTime() - start);
            }
        }
        Duration median = trips.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(trips.stream().sorted().toList().get(trips.size() / 2));
        return new GapTrial(gap, tries, trips.size(), median);
    }

    private static void pause(Duration gap) {
        try {
            TimeUnit.NANOSECONDS.sleep(gap.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
