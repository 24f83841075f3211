package org.wolfgate.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wolfgate.agent.FlightReplay;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.drivers.modbus.ModbusServer;

/** A flight recorder's ring played again: its events to the rules, its bus bytes to whoever reads its lines. */
final class Replay {

    private final Path ring;
    private final PrintWriter out;

    Replay(Path ring, PrintWriter out) {
        this.ring = ring;
        this.out = out;
    }

    /** The exit code. */
    int run(SubstationSettings settings, int firstPort, long seconds) throws IOException, InterruptedException {
        FlightReplay.Outcome outcome = FlightReplay.of(ring, settings);
        out.println("decided " + outcome.events() + " events once more, compared " + outcome.states() + " states, "
                + outcome.gaps() + " gaps passed over");
        outcome.differences().forEach(difference -> out.println("OTHERWISE: " + difference));
        out.println(
                outcome.differences().isEmpty()
                        ? "every decision is the same"
                        : "the decisions differ; is the file the one that the agent ran with?");
        out.flush();
        if (seconds > 0) {
            serve(firstPort, seconds);
        }
        return outcome.differences().isEmpty() ? 0 : 1;
    }

    private void serve(int firstPort, long seconds) throws IOException, InterruptedException {
        List<ModbusServer> servers = new ArrayList<>();
        try {
            for (String line : RecordedBus.lines(ring)) {
                int port = firstPort + servers.size();
                servers.add(ModbusServer.start("127.0.0.1", port, RecordedBus.read(ring, line)));
                out.println("line " + line + ": tcp:127.0.0.1:" + port);
            }
            out.println("serving what was recorded; Ctrl-C ends");
            out.flush();
            TimeUnit.SECONDS.sleep(seconds);
        } finally {
            servers.forEach(ModbusServer::close);
        }
    }
}
