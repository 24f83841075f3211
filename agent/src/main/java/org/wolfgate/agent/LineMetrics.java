package org.wolfgate.agent;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.wolfgate.drivers.RoundTrips;

/** How each device answers, for Prometheus. */
final class LineMetrics {

    private static final List<String> QUANTILES = List.of("0.5", "0.99");

    private final PrometheusRegistry registry;
    private final Supplier<Map<String, Map<String, RoundTrips>>> lines;

    /** Called for each device of each line. */
    @FunctionalInterface
    private interface PerDevice {
        void see(String line, String device, RoundTrips trips);
    }

    /**
     * Adds the figures of all devices.
     *
     * @param lines by name, then by device such as {@code unit 5}
     */
    static void register(PrometheusRegistry registry, Supplier<Map<String, Map<String, RoundTrips>>> lines) {
        LineMetrics metrics = new LineMetrics(registry, lines);
        metrics.counter(
                "wolfgate_device_requests",
                "Requests in this run.",
                trips -> trips.answered() + (double) trips.failures());
        metrics.counter(
                "wolfgate_device_unanswered", "Requests without an answer that can be trusted.", RoundTrips::failures);
        metrics.gapLow();
        metrics.roundTrips();
    }

    private LineMetrics(PrometheusRegistry registry, Supplier<Map<String, Map<String, RoundTrips>>> lines) {
        this.registry = registry;
        this.lines = lines;
    }

    private void counter(String name, String help, ToDoubleFunction<RoundTrips> value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("line", "device")
                .callback(figures ->
                        devices((line, device, trips) -> figures.call(value.applyAsDouble(trips), line, device)))
                .register(registry);
    }

    private void gapLow() {
        GaugeWithCallback.builder()
                .name("wolfgate_device_gap_low")
                .help("1 while requests right at the gap are lost and others are not.")
                .labelNames("line", "device")
                .callback(figures -> devices(
                        (line, device, trips) -> figures.call(trips.margin().isLow() ? 1 : 0, line, device)))
                .register(registry);
    }

    private void roundTrips() {
        GaugeWithCallback.builder()
                .name("wolfgate_device_round_trip_seconds")
                .help("From request to whole answer, silences included; at most an eighth too long.")
                .labelNames("line", "device", "quantile")
                .callback(figures -> devices((line, device, trips) -> QUANTILES.forEach(quantile -> figures.call(
                        trips.times().quantile(Double.parseDouble(quantile)).toNanos() / 1e9, line, device, quantile))))
                .register(registry);
    }

    private void devices(PerDevice each) {
        lines.get().forEach((line, devices) -> devices.forEach((device, trips) -> each.see(line, device, trips)));
    }
}
