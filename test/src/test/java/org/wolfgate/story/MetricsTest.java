package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Program;

/** What Prometheus scrapes, read by the parser of its own Python client. */
class MetricsTest {

    private static final String PARSE = """
            import sys
            from prometheus_client.{FORMAT}parser import text_string_to_metric_families as parse
            families = list(parse(open(sys.argv[1]).read()))
            assert len(families) > 10 and all(f.samples and f.documentation and f.type != 'unknown' for f in families)
            """;

    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(\\w+)(?:\\{[\\w,]+})?` \\| (\\w+) \\|");
    private static final Pattern SERVED = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");

    @TempDir
    Path folder;

    @Test
    void figuresOfARunningAgentAreReadByPrometheusAndSayThatTheBrokerIsAway() throws Exception {
        try (Riverside riverside = new Riverside(folder)) {
            riverside.startAgent();
            int port = riverside.agent().serveMetrics(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Await.until("records wait", () -> value(scrape(port, ""), "wolfgate_outbox_records") > 3);
            String text = scrape(port, "");
            assertEquals(0, value(text, "wolfgate_uplink_connected{link=\"records\"}"));
            assertTrue(value(text, "wolfgate_ledger_commit_seconds_count") > 0, text);
            assertTrue(value(text, "wolfgate_ledger_written_bytes_total") > 0, text);
            assertReadBy("", text);
            assertReadBy("openmetrics.", scrape(port, "application/openmetrics-text; version=1.0.0"));
            assertEquals(documented(), served(text));
            assertTrue(Ledger.owner(riverside.ledger()).isPresent());
            riverside.stopAgent();
            assertEquals(Optional.empty(), Ledger.owner(riverside.ledger()));
        }
    }

    private void assertReadBy(String format, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("metrics.txt"), text);
        List<String> command = List.of("/usr/bin/python3", "-c", PARSE.replace("{FORMAT}", format), file.toString());
        try (Program parser = Program.start(command)) {
            assertEquals(0, parser.awaitEnd(), () -> parser.lines().toString());
        }
    }

    /** Each series of the reference with its type; the error of a clock is served only where a time service states one. */
    private static Map<String, String> documented() throws IOException {
        Map<String, String> series = series(DOCUMENTED, Files.readString(Path.of("../docs/reference/metrics.md")));
        assertEquals("gauge", series.remove("wolfgate_time_error_seconds"));
        return series;
    }

    private static Map<String, String> served(String text) {
        Map<String, String> series = series(SERVED, text);
        series.remove("wolfgate_time_error_seconds");
        return series;
    }

    private static Map<String, String> series(Pattern pattern, String text) {
        Map<String, String> types = new TreeMap<>();
        pattern.matcher(text).results().forEach(row -> types.put(row.group(1), row.group(2)));
        return types;
    }

    private static double value(String text, String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series + " in " + text));
    }

    private static String scrape(int port, String accept) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .header("Accept", accept)
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError("no answer from the agent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
