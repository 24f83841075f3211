package org.wolfgate.agent.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.Agent;
import org.wolfgate.agent.config.SubstationConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wolfgate run -c FILE}: the agent, until it is told to stop. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs the agent until it is told to stop.")
final class RunVerb implements Callable<Integer> {

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Option(
            names = "--metrics",
            paramLabel = "PORT",
            description = "serve figures for Prometheus on 127.0.0.1:PORT/metrics (default: not served)")
    private Optional<Integer> metrics = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Optional<SubstationConfig> substation = site.read();
        if (substation.isEmpty()) {
            return Main.BAD_INPUT;
        }
        Agent agent = Agent.start(substation.get(), site.data());
        metrics.ifPresent(port -> agent.serveMetrics(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "stop"));
        agent.await();
        return 0;
    }
}
