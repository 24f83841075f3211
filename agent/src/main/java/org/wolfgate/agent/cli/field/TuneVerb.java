package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.wolfgate.agent.bringup.GapTrial;
import org.wolfgate.agent.bringup.Knee;
import org.wolfgate.agent.bringup.RegisterAddress;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate tune LINE REGISTER}: the pause that a device needs between two requests. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description =
                "Asks a device with ever shorter pauses and reports the shortest that loses no answer. Only reads.",
        footer = {"", "Example:", "  wolfgate tune tcp:192.0.2.7 --unit 3", "", Exit.HELP})
public final class TuneVerb implements Callable<Integer> {

    @Mixin
    private LineOptions device = new LineOptions();

    @Mixin
    private PointOptions point = new PointOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "0",
            paramLabel = "REGISTER",
            description = "what to read, on the wire (default: 0; a refusal is an answer too)")
    private String register = "0";

    @Option(
            names = "--gaps",
            paramLabel = "MS,...",
            defaultValue = "200,100,50,30,20,10,5,2,0",
            description = "pauses to try, in ms (default: 200,100,50,30,20,10,5,2,0)")
    private String gaps = "0";

    @Option(names = "--tries", paramLabel = "N", defaultValue = "20", description = "requests at each (default: 20)")
    private int tries = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (tries < 1 || tries > 10_000) {
            throw new IllegalArgumentException("--tries " + tries + " is outside 1 to 10000");
        }
        PrintWriter out = spec.commandLine().getOut();
        RegisterAddress at = PointOptions.address(register);
        out.println(device.label() + ", " + at);
        out.println("  gap ms   answered   median ms");
        List<GapTrial> trials = new ArrayList<>();
        try (ModbusLine line = device.open()) {
            Device asked = new Device(line, device.unit());
            for (int gap : ScanTargets.numbers(gaps, 0, 10_000)) {
                GapTrial trial = trial(asked, at, Duration.ofMillis(gap));
                out.printf(
                        java.util.Locale.ROOT,
                        "  %6d   %3d of %3d   %9.1f%n",
                        gap,
                        trial.answered(),
                        trial.asked(),
                        trial.median().toNanos() / 1e6);
                out.flush();
                trials.add(trial);
            }
        }
        Knee knee = Knee.of(trials);
        out.println(knee.words());
        out.flush();
        return knee instanceof Knee.NotThePause ? Exit.NOT_FINE : Exit.FINE;
    }

    private GapTrial trial(Device asked, RegisterAddress at, Duration gap) throws InterruptedException {
        List<Long> trips = new ArrayList<>();
        for (int i = 0; i < tries; i++) {
            TimeUnit.NANOSECONDS.sleep(gap.toNanos());
            long start = System.nanoTime();
            Answer answer = asked.read(point.table(), at.wire(), 1);
            if (!(answer instanceof Answer.Failed)) {
                trips.add(System.nanoTime() - start);
            }
        }
        Duration median = trips.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(trips.stream().sorted().toList().get(trips.size() / 2));
        return new GapTrial(gap, tries, trips.size(), median);
    }
}
