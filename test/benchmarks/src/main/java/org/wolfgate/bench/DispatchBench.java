package org.wolfgate.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.wolfgate.agent.dispatch.Certificate;
import org.wolfgate.agent.dispatch.Certifier;
import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.DispatchSolver;
import org.wolfgate.agent.dispatch.Doubles;
import org.wolfgate.agent.dispatch.Mode;

/** {@code test/bench dispatch}: our dispatch, cold and warm, against general solvers. */
final class DispatchBench {

    private static final int COLD_RUNS = 60;
    private static final int WARM_RUNS = 400;
    private static final double SPOT_STEP = 0.3;

    private final List<Rival> rivals = new ArrayList<>();

    DispatchBench(Path home) {
        rivals.add(new CommonsMath());
        rivals.add(new OjAlgo());
        rivals.add(new Glop());
        Path script = home.resolve("test/benchmarks/highs.py");
        Highs.of("/usr/bin/python3", script).ifPresent(rivals::add);
        Highs.of("python3", script)
                .filter(other -> rivals.stream().noneMatch(rival -> rival.name().equals(other.name())))
                .ifPresent(rivals::add);
    }

    void run() {
        for (Size size : List.of(Size.MEDIUM, Size.LARGE)) {
            for (Mode mode : Mode.values()) {
                run(size, mode);
            }
        }
    }

    private void run(Size size, Mode mode) {
        String name = size.name() + " " + mode.name().toLowerCase(Locale.ROOT);
        List<DispatchProblem> problems = new ArrayList<>();
        List<DispatchSolver> solvers = new ArrayList<>();
        for (int seed = 1; seed <= size.instances(); seed++) {
            problems.add(Market.of(seed, size, mode));
            solvers.add(DispatchSolver.of(problems.get(problems.size() - 1)));
        }
        Dispatch first = solvers.get(0).solve();
        print(name + " binding", binding(first), "gates");
        print(name + " curtailed", first.eligible() - first.granted(), "MW");
        double cold = cold(name, problems, solvers);
        warm(name, problems, solvers);
        PlainLp program = new PlainLp(problems.get(0));
        for (Rival rival : rivals) {
            compare(name, rival, problems.get(0), program, first, cold);
        }
    }

    private static double binding(Dispatch dispatch) {
        return Arrays.stream(dispatch.flowgatePrices().toArray())
                .filter(mu -> mu != 0)
                .count();
    }

    private static double[] spots(DispatchProblem problem) {
        return problem.zones().stream().mapToDouble(zone -> zone.spot()).toArray();
    }

    private static double cold(String name, List<DispatchProblem> problems, List<DispatchSolver> solvers) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int k = 0; k < problems.size(); k++) {
            double[] spots = spots(problems.get(k));
            Stopwatch times = new Stopwatch(COLD_RUNS);
            for (int run = 0; run < 2 * COLD_RUNS; run++) {
                solvers.get(k).forget();
                long start = System.nanoTime();
                solvers.get(k).resolve(spots);
                if (run >= COLD_RUNS) {
                    times.add(System.nanoTime() - start);
                }
            }
            print(name + " instance " + (k + 1) + " iterations", solvers.get(k).iterations(), "steps");
            sum += times.median();
            least = Math.min(least, times.best());
            most = Math.max(most, times.median());
        }
        print(name + " wolfgate cold", sum / problems.size(), "ms");
        print(name + " wolfgate cold, best instance", least, "ms");
        print(name + " wolfgate cold, worst instance", most, "ms");
        return sum / problems.size();
    }

    private static void warm(String name, List<DispatchProblem> problems, List<DispatchSolver> solvers) {
        Stopwatch times = new Stopwatch(WARM_RUNS * problems.size());
        long steps = 0;
        long allocated = 0;
        for (int k = 0; k < problems.size(); k++) {
            DispatchSolver solver = solvers.get(k);
            double[][] path = path(problems.get(k), 2 * WARM_RUNS);
            for (int run = 0; run < WARM_RUNS; run++) {
                solver.resolve(path[run]);
            }
            long asking = -allocatedBytes() + allocatedBytes();
            long before = allocatedBytes() + asking;
            for (int run = WARM_RUNS; run < 2 * WARM_RUNS; run++) {
                long start = System.nanoTime();
                solver.resolve(path[run]);
                times.add(System.nanoTime() - start);
                steps += solver.iterations();
            }
            allocated += allocatedBytes() - before;
            solver.solve(path[0]);
        }
        print(name + " wolfgate warm", times.median(), "ms");
        print(name + " wolfgate warm iterations", (double) steps / (WARM_RUNS * problems.size()), "steps");
        print(name + " wolfgate warm allocation", (double) allocated / (WARM_RUNS * problems.size()), "bytes");
    }

    /** Spot prices that wander by up to 0.3 around where they started, in ticks. */
    private static double[][] path(DispatchProblem problem, int steps) {
        Random random = new Random(7);
        double[] start = spots(problem);
        double[][] path = new double[steps][];
        for (int step = 0; step < steps; step++) {
            path[step] = Arrays.stream(start)
                    .map(spot -> Math.round((spot + (2 * random.nextDouble() - 1) * SPOT_STEP) * 100) / 100.0)
                    .toArray();
        }
        return path;
    }

    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    private static void compare(
            String name, Rival rival, DispatchProblem problem, PlainLp program, Dispatch ours, double cold) {
        rival.solve(program)
                .ifPresentOrElse(
                        answer -> {
                            Rival.Answer best = again(rival, program, answer);
                            print(name + " " + rival.name(), best.milliseconds(), "ms");
                            print(name + " " + rival.name() + " / wolfgate cold", best.milliseconds() / cold, "times");
                            System.out.println(name + " " + rival.name() + " certificate: "
                                    + verdict(certify(problem, program, best, ours)));
                        },
                        () -> System.out.println(name + " " + rival.name() + ": no answer within its limits"));
    }

    /** The best of three, where one does not take long. */
    private static Rival.Answer again(Rival rival, PlainLp program, Rival.Answer first) {
        Rival.Answer best = first;
        for (int run = 0; run < 2 && best.milliseconds() < 5000; run++) {
            Rival.Answer next = rival.solve(program).orElse(best);
            best = next.milliseconds() < best.milliseconds() ? next : best;
        }
        return best;
    }

    /** Our prices bound the value of any dispatch, so they certify the rival's too. */
    private static Certificate certify(DispatchProblem problem, PlainLp program, Rival.Answer answer, Dispatch ours) {
        return Certifier.certify(
                problem,
                Doubles.of(Arrays.copyOf(answer.values().toArray(), program.units)),
                Doubles.of(program.withdrawals(answer.values().toArray())),
                ours.flowgatePrices(),
                ours.overloadPrices());
    }

    private static String verdict(Certificate certificate) {
        return String.format(
                Locale.ROOT,
                "%s, violation %.1e MW, gap %.1e currency/h",
                certificate.holds() ? "holds" : "FAILS",
                certificate.violation(),
                certificate.gap());
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s: %.4g %s%n", name, value, unit);
    }
}
