package org.wolfgate.agent.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.Agent;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wolfgate run -c FILE}: the agent, until it is told to stop. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs the agent until it is told to stop.")
final class RunVerb implements Callable<Integer> {

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "the substation's file")
    private Path config = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:STATE_DIRECTORY:-data}",
            description = "folder of the ledger (default: $$STATE_DIRECTORY as systemd sets it, else ./data)")
    private Path data = Path.of("");

    @Option(
            names = "--metrics",
            paramLabel = "PORT",
            description = "serve figures for Prometheus on 127.0.0.1:PORT/metrics (default: not served)")
    private Optional<Integer> metrics = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Problems problems = new Problems();
        Optional<SubstationConfig> checked = SubstationFile.read(config, problems);
        if (checked.isEmpty()) {
            CheckVerb.print(problems.list());
            return Main.BAD_INPUT;
        }
        Agent agent = Agent.start(checked.get(), data);
        metrics.ifPresent(port -> agent.serveMetrics(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "stop"));
        agent.await();
        return 0;
    }
}
