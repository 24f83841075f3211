package org.wolfgate.agent;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.wolfgate.drivers.RoundTrips;

/** How each device answers, in the text format that Prometheus scrapes. */
final class LineMetrics {

    private final Map<String, Map<String, RoundTrips>> lines;
    private final StringBuilder text = new StringBuilder();

    private LineMetrics(Map<String, Map<String, RoundTrips>> lines) {
        this.lines = lines;
    }

    /**
     * The figures of this moment.
     *
     * @param lines by name, then by device such as {@code unit 5}
     */
    static String of(Map<String, Map<String, RoundTrips>> lines) {
        LineMetrics metrics = new LineMetrics(lines);
        metrics.each(
                "wolfgate_device_requests_total",
                "counter",
                "Requests in this run.",
                trips -> trips.answered() + (double) trips.failures());
        metrics.each(
                "wolfgate_device_unanswered_total",
                "counter",
                "Requests without an answer that can be trusted.",
                RoundTrips::failures);
        metrics.each(
                "wolfgate_device_gap_low",
                "gauge",
                "1 while requests right at the gap are lost and others are not.",
                trips -> trips.margin().isLow() ? 1 : 0);
        metrics.roundTrips();
        return metrics.text.toString();
    }

    private void roundTrips() {
        String name = "wolfgate_device_round_trip_seconds";
        head(name, "summary", "From request to whole answer, silences included; at most an eighth too long.");
        devices((labels, trips) -> {
            for (String quantile : new String[] {"0.5", "0.99"}) {
                Duration time = trips.times().quantile(Double.parseDouble(quantile));
                line(name + "{" + labels + ",quantile=\"" + quantile + "\"}", time.toNanos() / 1e9);
            }
            line(name + "_count{" + labels + "}", (double) trips.answered());
        });
    }

    private void each(String name, String type, String help, ToDoubleFunction<RoundTrips> value) {
        head(name, type, help);
        devices((labels, trips) -> line(name + "{" + labels + "}", value.applyAsDouble(trips)));
    }

    private void devices(java.util.function.BiConsumer<String, RoundTrips> figures) {
        new TreeMap<>(lines)
                .forEach((line, devices) -> new TreeMap<>(devices)
                        .forEach((device, trips) ->
                                figures.accept("line=\"" + line + "\",device=\"" + device + "\"", trips)));
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String series, double value) {
        text.append(series).append(' ');
        text.append(
                value == Math.rint(value)
                        ? Long.toString((long) value)
                        : String.format(Locale.ROOT, "%.6f", value).replaceFirst("0+$", ""));
        text.append('\n');
    }
}
