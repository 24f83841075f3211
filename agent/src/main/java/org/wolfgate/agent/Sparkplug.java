package org.wolfgate.agent;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationConfig.MeterConfig;
import org.wolfgate.agent.config.SubstationConfig.SparkplugConfig;
import org.wolfgate.agent.config.SubstationConfig.UplinkConfig;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.uplink.OutboxSource;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.SparkplugLink;
import org.wolfgate.agent.uplink.TlsFiles;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.agent.uplink.sparkplug.EdgeNode;
import org.wolfgate.agent.uplink.sparkplug.SessionFile;
import org.wolfgate.agent.uplink.sparkplug.SparkplugTopics;

/** Makes the Sparkplug connection where the substation's file wants one. */
final class Sparkplug {

    private Sparkplug() {}

    static Optional<SparkplugLink> of(
            SubstationConfig config,
            Path data,
            OutboxSource ledger,
            Uplink uplink,
            Supplier<Instant> clock,
            Monotonic monotonic) {
        return config.uplink().sparkplug().map(wanted -> {
            SparkplugTopics topics =
                    new SparkplugTopics(wanted.group(), config.settings().substation(), wanted.host());
            EdgeNode edge = new EdgeNode(topics, nodes(config), metersOfNoNode(config), clock);
            return new SparkplugLink(
                    settings(config.uplink(), wanted, topics),
                    topics,
                    edge,
                    new SessionFile(data),
                    ledger,
                    uplink,
                    monotonic);
        });
    }

    private static UplinkSettings settings(UplinkConfig uplink, SparkplugConfig wanted, SparkplugTopics topics) {
        return new UplinkSettings(
                wanted.broker().toString(),
                uplink.clientId() + "-sparkplug",
                "spBv1.0/" + topics.group(),
                List.of(),
                Optional.empty(),
                Pace.normal(),
                uplink.tls().map(tls -> new TlsFiles(tls.ca(), tls.certificate(), tls.key())));
    }

    private static List<String> nodes(SubstationConfig config) {
        return config.settings().nodes().stream().map(NodeSettings::id).toList();
    }

    private static List<String> metersOfNoNode(SubstationConfig config) {
        var measuring =
                config.settings().nodes().stream().map(NodeSettings::meter).collect(Collectors.toSet());
        return config.meters().stream()
                .map(MeterConfig::id)
                .filter(meter -> !measuring.contains(meter))
                .toList();
    }
}
