package org.wolfgate.agent.cli.field;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate scan PLACE...}: who answers on a network or on a serial line. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Finds the Modbus devices on a network or a serial line. Only reads.",
        footer = {"", "Example:", "  wolfgate scan 192.0.2.0/24 --units 1-4,126", "", Exit.HELP})
public final class ScanVerb implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PLACE",
            description =
                    "192.0.2.7, 192.0.2.0/24, 192.0.2.10-20:502-510, or rtu:/dev/ttyUSB0 to sweep baud and parity")
    private List<String> places = List.of();

    @Option(
            names = "--units",
            paramLabel = "IDS",
            defaultValue = "1-5,126,247,255",
            description = "unit ids to ask (default: 1-5,126,247,255)")
    private String units = "1";

    @Mixin
    private DeadlineOption deadline = new DeadlineOption(400);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        int found = 0;
        for (String place : places) {
            try {
                found += place.startsWith("rtu:") ? serial(place) : network(place);
            } catch (IOException e) {
                spec.commandLine().getErr().println(place + ": " + e.getMessage());
                return Exit.NOT_FINE;
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(found == 0 ? "nobody answered" : found + " found; next: wolfgate identify LINE --unit ID");
        out.flush();
        return found == 0 ? Exit.NOT_FINE : Exit.FINE;
    }

    private int network(String text) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<ScanTargets.Place> targets = ScanTargets.places(text);
        List<NetworkScan.Heard> heard = new NetworkScan(ids(), deadline.get()).scan(targets);
        int found = 0;
        for (NetworkScan.Heard one : heard) {
            for (NetworkScan.Unit unit : one.found()) {
                out.println(one.place().address() + " unit " + unit.id() + "  " + unit.seen());
                found++;
            }
            if (one.found().isEmpty()) {
                out.println(one.place().address() + " listens, but no unit answered");
                out.println("  " + one.silent());
            }
        }
        out.println(targets.size() + " asked, " + heard.size() + " listen");
        if (heard.isEmpty()) {
            out.println("  check power, cable and link light, then address and port, then the device's");
            out.println("  only connection: another client may hold it");
        }
        out.flush();
        return found;
    }

    private int serial(String port) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<SerialScan.Found> found = new SerialScan(ids(), deadline.get(), out).scan(port);
        found.forEach(one -> out.println(one.address() + " unit " + one.unit() + "  " + one.seen()));
        if (found.isEmpty()) {
            out.println("  exchange A and B, then check supply, id, termination (about 60 ohm), the port");
        }
        out.flush();
        return found.size();
    }

    private List<Integer> ids() {
        return ScanTargets.numbers(units, 0, 255);
    }
}
