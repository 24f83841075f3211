package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.wolfgate.agent.bringup.Candidate;
import org.wolfgate.drivers.modbus.ModbusLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wolfgate identify LINE}: what a device may be, and why. */
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        description =
                "Says what a device may be: SunSpec, or a known make of meter whose frequency, voltages, power and"
                        + " counters make sense. Word order and addresses off by one are tried. Only reads.",
        footer = {"", "Example:", "  wolfgate identify tcp:192.0.2.7:502 --unit 1", "", Exit.HELP})
public final class IdentifyVerb implements Callable<Integer> {

    @Mixin
    private LineOptions device = new LineOptions();

    @Option(names = "--all", description = "show every candidate, not only the best four")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ModbusLine line = device.open()) {
            Device asked = new Device(line, device.unit());
            Device.Presence presence = asked.presence();
            if (!presence.there()) {
                spec.commandLine().getErr().println(device.label() + ": " + presence.seen());
                return Exit.NOT_FINE;
            }
            Identification found = Identification.of(asked, ProfileClues.all(device.site()));
            out.println(device.label());
            print(found, out, all ? Integer.MAX_VALUE : 4);
            out.flush();
            return found.sunSpec().isPresent() || !found.candidates().isEmpty() ? Exit.FINE : Exit.NOT_FINE;
        }
    }

    static void print(Identification found, PrintWriter out, int most) {
        found.sunSpec().ifPresent(sunSpec -> {
            out.println("  SunSpec at " + sunSpec.base() + ": " + sunSpec.maker());
            out.println("    models "
                    + sunSpec.models().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        });
        List<Candidate> shown = found.candidates().stream().limit(most).toList();
        shown.forEach(candidate -> print(candidate, out));
        if (found.candidates().size() > shown.size()) {
            out.println("  and " + (found.candidates().size() - shown.size()) + " less likely ones (--all)");
        }
        if (found.sunSpec().isEmpty() && shown.isEmpty()) {
            out.println("  no known make of meter fits; no frequency near 50 or 60 Hz where they keep it");
            out.println("  a plant controller, or a meter without a profile: try wolfgate read");
        }
    }

    private static void print(Candidate candidate, PrintWriter out) {
        out.println("  " + candidate.score() + " %  " + candidate.profile() + "  (" + candidate.make() + ")");
        if (!candidate.correction().isEmpty()) {
            out.println("        " + candidate.correction());
        }
        candidate.why().forEach(reason -> out.println("        " + reason));
    }
}
