package org.wolfgate.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Program;

/**
 * A substation's devices, simulated from a file, and a technician in front of them.
 *
 * @param folder for everything that is written
 */
record Cabinet(Path folder) {

    private static final String HEAD = """
            substation: kestrel
            currency: USD
            frequency: 60 Hz
            settlement: {interval: 5 min, pricing: {parameters: illustrative-60hz}}
            trust: {orders: unsigned-bench}
            uplink: {broker: "tcp://127.0.0.1:1", client-id: kestrel-agent}
            """;

    /** What every node of these stories has besides meter, rating and plants. */
    static final String NODE = "zone: w, contract: scheduled, accuracy-class: 0.5 %";

    /**
     * Serves the devices.
     *
     * @param devices sections lines, meters, plants and nodes
     * @param script what goes wrong
     */
    Program simulate(String devices, String script) throws IOException {
        Path file = Files.writeString(folder.resolve("original.yaml"), HEAD + devices);
        Path faults = Files.writeString(folder.resolve("faults.txt"), script);
        Program site = Program.start(
                Verb.command("org.wolfgate.simulate.Simulate", file.toString(), "--script", faults.toString()));
        site.awaitLine("the site is served", line -> line.startsWith("serving"));
        return site;
    }

    /** A verb, with what the technician types. */
    Verb verb(List<String> answers, String... arguments) throws IOException, InterruptedException {
        return Verb.run(folder, answers, arguments);
    }

    /** The agent takes a file as commissioning wrote it; its broker is not there, which must not matter. */
    Program run(Path file) throws IOException {
        Path data = folder.resolve("data");
        Program agent = Program.start(
                Verb.command("org.wolfgate.agent.cli.Main", "run", "-c", file.toString(), "--data", data.toString()));
        Await.until(
                "the agent has its ledger",
                () -> Files.exists(data.resolve("ledger.db")),
                () -> agent.lines().toString());
        return agent;
    }
}
