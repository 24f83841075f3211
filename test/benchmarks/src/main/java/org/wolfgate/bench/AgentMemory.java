package org.wolfgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Resident memory of the whole agent, a process set as in the cabinet, with fifty meters that it reads every second. */
final class AgentMemory {

    private static final int METERS = 50;
    private static final long SETTLE_SECONDS = 90;

    private static final Pattern FLAG = Pattern.compile("-X\\S+");
    private static final Pattern ENVIRONMENT = Pattern.compile("(?m)^Environment=(\\w+)=(\\S+)$");

    private AgentMemory() {}

    static void run(Path folder) throws IOException, InterruptedException {
        try (MeterServers servers = new MeterServers(METERS);
                BrokerProcess broker = BrokerProcess.start(folder)) {
            Path config = Files.writeString(folder.resolve("fifty.yaml"), configuration(servers.ports(), broker.url()));
            Process agent = start(config, folder.resolve("agent-ledger"));
            try {
                new CountDownLatch(1).await(SETTLE_SECONDS, TimeUnit.SECONDS);
                if (!agent.isAlive()) {
                    throw new IllegalStateException("the agent with fifty meters ended with code " + agent.exitValue());
                }
                LedgerBench.print("agent_resident_memory_" + METERS + "_meters", resident(agent.pid()) / 1024.0, "MB");
            } finally {
                agent.destroyForcibly();
            }
        }
    }

    /** As systemd starts it, with what its unit file says to Java. */
    private static Process start(Path config, Path data) throws IOException {
        Path unit = Path.of(System.getProperty("wolfgate.home"), "systemd", "wolfgate.service");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(Files.readString(unit)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.wolfgate.agent.cli.Main", "run"));
        command.addAll(List.of("-c", config.toString(), "--data", data.toString()));
        ProcessBuilder agent = new ProcessBuilder(command).inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD);
        ENVIRONMENT
                .matcher(Files.readString(unit))
                .results()
                .forEach(set -> agent.environment().put(set.group(1), set.group(2)));
        return agent.start();
    }

    private static List<String> flags(String unit) {
        List<String> flags = FLAG.matcher(unit.lines()
                        .filter(line -> line.startsWith("ExecStart="))
                        .findFirst()
                        .orElseThrow())
                .results()
                .map(MatchResult::group)
                .toList();
        if (flags.isEmpty()) {
            throw new IllegalStateException("the unit file says nothing to Java");
        }
        return flags;
    }

    private static String configuration(List<Integer> ports, String broker) {
        List<String> lines = new ArrayList<>();
        List<String> meters = new ArrayList<>();
        List<String> nodes = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            lines.add("  line-" + i + ": {family: modbus-tcp, host: 127.0.0.1, port: " + ports.get(i) + "}\n");
            meters.add("  meter-" + i + ": {line: line-" + i + ", unit: 1, profile: eastron-sdm630, poll: 1 s}\n");
            nodes.add("  node-" + i + ": {zone: west, meter: meter-" + i + ", rating: 30 MW, plants: [],"
                    + " contract: scheduled, tolerance: 300 kW, accuracy-class: 0.2 %}\n");
        }
        return "substation: fifty\ncurrency: USD\nfrequency: 60 Hz\n"
                + "settlement:\n  interval: 10 s\n  pricing:\n    parameters: illustrative-60hz\n"
                + "trust:\n  orders: unsigned-bench\n"
                + "uplink:\n  broker: " + broker + "\n  client-id: fifty\n"
                + "lines:\n" + String.join("", lines) + "meters:\n" + String.join("", meters)
                + "plants: {}\n"
                + "nodes:\n" + String.join("", nodes);
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/" + pid + "/status has no VmRSS"));
    }
}
