package org.wolfgate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.dispatch.Doubles;

/** HiGHS through the scipy of one Python; its time is that of the call, taken in Python. */
final class Highs implements Rival {

    private static final JsonMapper JSON = new JsonMapper();

    private final String python;
    private final Path script;
    private final String version;

    private Highs(String python, Path script, String version) {
        this.python = python;
        this.script = script;
        this.version = version;
    }

    /** HiGHS of this Python, if it has scipy. */
    static Optional<Highs> of(String python, Path script) {
        try {
            Process process = new ProcessBuilder(python, "-c", "import scipy; print(scipy.__version__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(new Highs(python, script, version.strip())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "highs (scipy " + version + ")";
    }

    @Override
    public Optional<Answer> solve(PlainLp program) {
        try {
            Path file = Files.createTempFile("wolfgate-lp", ".json");
            try {
                List<Map<String, Object>> rows = program.rows.stream()
                        .map(row -> Map.<String, Object>of(
                                "low", row.low(), "high", row.high(), "column", row.column(), "value", row.value()))
                        .toList();
                double[] high = program.high.clone();
                for (int v = 0; v < high.length; v++) {
                    high[v] = Double.isFinite(high[v]) ? high[v] : 1e30;
                }
                JSON.writeValue(
                        file.toFile(),
                        Map.of("objective", program.objective, "low", program.low, "high", high, "rows", rows));
                return run(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("running HiGHS in " + python, e);
        }
    }

    private Optional<Answer> run(Path file) throws IOException {
        Process process = new ProcessBuilder(python, script.toString(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode answer = JSON.readTree(process.getInputStream());
        if (!answer.path("optimal").asBoolean()) {
            return Optional.empty();
        }
        double[] values = new double[answer.path("values").size()];
        for (int v = 0; v < values.length; v++) {
            values[v] = answer.path("values").get(v).doubleValue();
        }
        return Optional.of(
                new Answer(Doubles.of(values), answer.path("milliseconds").doubleValue()));
    }
}
