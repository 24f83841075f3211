package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wolfgate.agent.bringup.GapTrial;
import org.wolfgate.agent.bringup.Knee;
import org.wolfgate.agent.bringup.RegisterAddress;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Request;
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
    public Integer call() {
        if (tries < 1 || tries > 10_000) {
            throw new IllegalArgumentException("--tries " + tries + " is outside 1 to 10000");
        }
        PrintWriter out = spec.commandLine().getOut();
        RegisterAddress at = PointOptions.address(register);
        Request request = new Request.Read(device.unit(), point.table(), at.wire(), 1);
        out.println(device.label() + ", " + at);
        out.println("  gap ms   answered   median ms");
        try (ModbusLine line = device.open()) {
            Knee knee = new GapSweep(line, request, tries).knee(ScanTargets.numbers(gaps, 0, 5_000), this::print);
            out.println(knee.words());
            knee.key().ifPresent(key -> out.println("to paste at its line in the configuration:  " + key));
            out.flush();
            return knee instanceof Knee.NotThePause ? Exit.NOT_FINE : Exit.FINE;
        }
    }

    private void print(GapTrial trial) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "  %6d   %3d of %3d   %9.1f%n",
                trial.gap().toMillis(),
                trial.answered(),
                trial.asked(),
                trial.median().toNanos() / 1e6);
        out.flush();
    }
}
