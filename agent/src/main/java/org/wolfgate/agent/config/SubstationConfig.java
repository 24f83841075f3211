package org.wolfgate.agent.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.flight.FlightSettings;
import org.wolfgate.agent.trust.TrustSettings;
import org.wolfgate.drivers.LineSettings;

/**
 * A substation's configuration file, checked.
 *
 * @param settings what the rules need
 * @param currency name of the currency on statements
 * @param lines each line with its devices
 * @param meters every meter, also those that measure no node
 * @param plants the line of each plant, and of each signal to a generator
 * @param uplink how the ISO is reached
 * @param trust whose messages are believed
 * @param flight what the flight recorder may use; empty if it is switched off
 * @param scada where registers are served; empty if nowhere
 */
public record SubstationConfig(
        SubstationSettings settings,
        String currency,
        Map<String, LineSettings> lines,
        List<MeterConfig> meters,
        Map<String, String> plants,
        UplinkConfig uplink,
        TrustSettings trust,
        Optional<FlightSettings> flight,
        Optional<ScadaConfig> scada) {

    /** A meter, its line and how often it is read. */
    public record MeterConfig(String id, String line, Duration poll) {}

    /**
     * How the ISO is reached.
     *
     * @param broker ssl://host:port or tcp://host:port
     * @param clientId unique at the broker
     * @param tls the certificates for ssl
     * @param sparkplug the telemetry in Sparkplug B too, if somebody wants it
     */
    public record UplinkConfig(
            URI broker, String clientId, Optional<TlsConfig> tls, Optional<SparkplugConfig> sparkplug) {}

    /**
     * How a SCADA host sees the substation.
     *
     * @param broker the same as the uplink's, or another
     * @param group the Sparkplug group id
     * @param host id of the primary host; with one, nothing is sent while it is offline
     */
    public record SparkplugConfig(URI broker, String group, Optional<String> host) {}

    /** The address at which a control system may read registers. */
    public record ScadaConfig(String host, int port) {}

    /** PEM files: who signed the broker's certificate, the agent's own certificate, its private key. */
    public record TlsConfig(Path ca, Path certificate, Path key) {}
}
