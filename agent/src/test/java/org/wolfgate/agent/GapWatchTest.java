package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.Event.Noted;
import org.wolfgate.drivers.RoundTrips;

/** A gap that was long enough when the site was commissioned may not stay so. */
class GapWatchTest {

    private final List<Noted> notes = new ArrayList<>();
    private final RoundTrips trips = new RoundTrips();
    private final GapWatch watch = new GapWatch(notes::add);

    @Test
    void aDeviceThatBeginsToLoseAnswersIsNotedOnceWithWhatToDo() {
        ask(200, 10);
        look();
        look();
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).toString().contains("line bus, unit 5: 20 of the last 200 requests"), notes::toString);
        assertTrue(notes.get(0).toString().contains("wolfgate tune"), notes::toString);
        assertTrue(metrics().contains("wolfgate_device_gap_low{device=\"unit 5\",line=\"bus\"} 1.0\n"), this::metrics);
    }

    @Test
    void whatWasMendedAndFailsAgainIsNotedAgain() {
        ask(200, 10);
        look();
        ask(300, 0);
        look();
        assertTrue(metrics().contains("wolfgate_device_gap_low{device=\"unit 5\",line=\"bus\"} 0.0\n"), this::metrics);
        ask(200, 10);
        look();
        assertEquals(2, notes.size());
    }

    @Test
    void roundTripsAndLostAnswersAreServedToPrometheusByDevice() {
        trips.answered(5_000_000, 1_000_000);
        trips.failed();
        assertTrue(
                metrics().contains("wolfgate_device_requests_total{device=\"unit 5\",line=\"bus\"} 2.0\n"),
                this::metrics);
        assertTrue(metrics().contains("wolfgate_device_unanswered_total{device=\"unit 5\",line=\"bus\"} 1.0\n"));
        assertTrue(metrics().contains("{device=\"unit 5\",line=\"bus\",quantile=\"0.99\"} 0.005\n"), this::metrics);
    }

    private void ask(int requests, int every) {
        for (int i = 0; i < requests; i++) {
            trips.margin().asked(true, every == 0 || i % every != every - 2);
        }
    }

    private void look() {
        watch.look(lines());
    }

    private String metrics() {
        PrometheusRegistry registry = new PrometheusRegistry();
        LineMetrics.register(registry, this::lines);
        return ExpositionFormats.init().getPrometheusTextFormatWriter().toDebugString(registry.scrape());
    }

    private Map<String, Map<String, RoundTrips>> lines() {
        return Map.of("bus", Map.of("unit 5", trips));
    }
}
