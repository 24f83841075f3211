package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.wolfgate.agent.bringup.RegisterAddress;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.Point;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate watch LINE}: values as they come, with round trips and errors. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Reads a register or the points of a profile again and again: values, round trip, errors.",
        footer = {"", "Example:", "  wolfgate watch tcp:192.0.2.7 --profile schneider-pm5500", "", Exit.HELP})
public final class WatchVerb implements Callable<Integer> {

    @Mixin
    private LineOptions device = new LineOptions();

    @Mixin
    private PointOptions point = new PointOptions();

    @Parameters(index = "1", arity = "0..1", paramLabel = "REGISTER", description = "register on the wire")
    private Optional<String> register = Optional.empty();

    @Parameters(index = "2", arity = "0..1", paramLabel = "TYPE", description = "such as f32 (default: u16)")
    private String type = "u16";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "watch power, frequency and voltages of this profile")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--every", paramLabel = "MS", defaultValue = "1000", description = "pause in ms (default: 1000)")
    private int every = 1000;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "0",
            description = "end after N rounds (default: never)")
    private long count;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (register.isPresent() == profile.isPresent()) {
            throw new IllegalArgumentException("give either a REGISTER or --profile NAME");
        }
        PrintWriter out = spec.commandLine().getOut();
        WatchTally tally = new WatchTally();
        try (ModbusLine line = device.open()) {
            Callable<WatchTally.Round> round = round(new Device(line, device.unit()));
            out.println(device.label() + "; Ctrl-C ends");
            for (long done = 0; count == 0 || done < count; done++) {
                out.println(tally.add(turn(round)));
                out.flush();
                TimeUnit.MILLISECONDS.sleep(done + 1 == count ? 0 : Math.max(0, every));
            }
        }
        out.println(tally.summary());
        out.flush();
        return tally.errors() == 0 ? Exit.FINE : Exit.NOT_FINE;
    }

    private static WatchTally.Round turn(Callable<WatchTally.Round> round) {
        try {
            return round.call();
        } catch (Exception e) {
            throw new IllegalStateException("watching failed: " + e.getMessage(), e);
        }
    }

    private Callable<WatchTally.Round> round(Device asked) {
        if (profile.isPresent()) {
            List<Point> points = WatchTally.points(ProfileTable.profile(device.profiles(), profile.get()));
            return () -> WatchTally.read(asked, points);
        }
        NumberType number = NumberType.parse(type);
        RegisterAddress at = PointOptions.address(register.orElseThrow());
        return () -> {
            long start = System.nanoTime();
            Answer answer = asked.read(point.table(), at.wire(), number.words());
            long took = System.nanoTime() - start;
            return answer instanceof Answer.Words words
                    ? new WatchTally.Round(
                            took,
                            Optional.empty(),
                            at + " " + number.name().toLowerCase(Locale.ROOT) + " "
                                    + Registers.show(number, point.order(), words.words()))
                    : new WatchTally.Round(took, Device.trouble(answer), "");
        };
    }
}
