package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wolfgate.agent.bringup.Finding;
import org.wolfgate.agent.bringup.ReportText;
import org.wolfgate.agent.bringup.StepTest;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;

/**
 * Moves a plant's limit in steps and watches the meter. Whatever happens, an interrupt included, the set-point that was
 * found is written back at the end.
 */
final class StepRunner {

    private static final long RESTORE_SECONDS = 15;

    private final Pace pace;
    private final PrintWriter out;
    private volatile boolean stopping;

    /**
     * How a step test is run.
     *
     * @param shares of the rating in percent, in the order of the test
     * @param hold how long a kept cap is watched
     * @param longest how long to wait for it to be kept
     * @param sample pause between two looks at the meter
     */
    record Pace(List<Integer> shares, Duration hold, Duration longest, Duration sample) {

        Pace {
            shares = List.copyOf(shares);
        }
    }

    StepRunner(Pace pace, PrintWriter out) {
        this.pace = pace;
        this.out = out;
    }

    /** Findings of every step and of the return; the plant is not moved if its set-point cannot be read first. */
    List<Finding> run(StepTrial trial) {
        Reading<ActivePower> found = trial.limit().readBack();
        if (found.value().isEmpty()) {
            return List.of(new Finding(
                    Finding.Grade.FAULT,
                    "not moved: its set-point cannot be read (" + found.reason() + ")",
                    "check profile and line of the plant"));
        }
        return run(trial, found.value().get());
    }

    /**
     * The same from a limit that is known.
     *
     * @param found what is in force now; no step goes above it, and it is commanded again at the end
     */
    List<Finding> run(StepTrial trial, ActivePower found) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(done), "restore-set-point");
        Runtime.getRuntime().addShutdownHook(hook);
        List<Finding> findings = new ArrayList<>();
        try {
            for (ActivePower cap : trial.caps()) {
                if (!stopping) {
                    findings.add(say(step(trial, cap, found)));
                }
            }
        } finally {
            findings.add(say(restore(trial.limit(), found)));
            done.countDown();
            unhook(hook);
        }
        return findings;
    }

    private void stop(CountDownLatch done) {
        stopping = true;
        try {
            if (!done.await(RESTORE_SECONDS, TimeUnit.SECONDS)) {
                out.println("the set-point was NOT written back in time; write it by hand");
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void unhook(Thread hook) {
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private Finding say(Finding finding) {
        ReportText.finding(finding).forEach(out::println);
        out.flush();
        return finding;
    }

    /** A test never raises a set-point: what was found may be somebody's order. */
    private Finding step(StepTrial trial, ActivePower cap, ActivePower found) {
        if (cap.compareTo(found) > 0) {
            return new Finding(
                    Finding.Grade.NOTE,
                    "cap " + cap + " left out: above the set-point found, " + found,
                    "repeat when no limit is in force");
        }
        Optional<Long> before = watts(trial.meter());
        Reading<ActivePower> held = trial.limit().apply(cap);
        long start = System.nanoTime();
        if (!taken(held)) {
            return new Finding(Finding.Grade.FAULT, "cap " + cap + ": " + held.reason(), trial.advice());
        }
        if (before.isEmpty()) {
            return new StepTest(cap.watts(), 0, 0, List.of()).finding().and(confirmation(trial, held));
        }
        long tolerance = trial.rating().watts() / 200;
        return watched(new StepTest(cap.watts(), tolerance, before.get(), List.of()), trial.meter(), start)
                .finding()
                .and(confirmation(trial, held));
    }

    /** What the plant says, beside what its meter shows. */
    private static String confirmation(StepTrial trial, Reading<ActivePower> held) {
        return held.value()
                .filter(value -> held.isGood())
                .map(value -> trial.confirmedBy() + " " + value)
                .orElse(held.reason());
    }

    private StepTest watched(StepTest fresh, Meter meter, long start) {
        List<StepTest.Sample> samples = new ArrayList<>();
        StepTest test = fresh;
        while (!stopping && !over(test, Duration.ofNanos(System.nanoTime() - start))) {
            pause();
            Duration at = Duration.ofNanos(System.nanoTime() - start);
            watts(meter).ifPresent(watts -> samples.add(new StepTest.Sample(at, watts)));
            test = new StepTest(fresh.cap(), fresh.tolerance(), fresh.before(), samples);
        }
        return test;
    }

    /** A plant that cannot confirm is judged by the meter alone. */
    private static boolean taken(Reading<ActivePower> held) {
        return held.quality() == Quality.GOOD || held.quality() == Quality.SUBSTITUTED;
    }

    private boolean over(StepTest test, Duration spent) {
        Duration until = test.timeToComply().map(pace.hold()::plus).orElse(pace.longest());
        return spent.compareTo(until) >= 0;
    }

    private static Optional<Long> watts(Meter meter) {
        return meter.read().power().value().map(ActivePower::watts);
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(pace.sample().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Finding restore(PowerLimit limit, ActivePower found) {
        Reading<ActivePower> held = limit.apply(found);
        return taken(held)
                ? new Finding(Finding.Grade.OK, "set-point written back: " + found, "")
                : new Finding(
                        Finding.Grade.FAULT,
                        "set-point NOT written back to " + found + ": " + held.reason(),
                        "write it by hand before leaving");
    }
}
