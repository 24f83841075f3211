package org.wolfgate.agent.clock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** chrony, asked by {@code chronyc -c tracking}; its fields are those of chronyc(1), "tracking". */
public final class Chrony implements TimeService {

    private static final List<String> QUESTION = List.of("chronyc", "-c", "tracking");
    private static final int OFFSET = 4;
    private static final int ROOT_DELAY = 10;
    private static final int ROOT_DISPERSION = 11;
    private static final int LEAP = 13;
    private static final int FIELDS = 14;

    /** Past this bound the reference is as good as lost; one second is what interval metering allows. */
    private static final Duration USEFUL = Duration.ofSeconds(1);

    private final Supplier<Optional<String>> answer;

    /** Asks the chronyd of this machine. */
    public Chrony() {
        this(Chrony::run);
    }

    Chrony(Supplier<Optional<String>> answer) {
        this.answer = answer;
    }

    @Override
    public Optional<TimeStatus> ask() {
        return answer.get().flatMap(Chrony::read);
    }

    private static Optional<TimeStatus> read(String line) {
        String[] fields = line.strip().split(",", -1);
        if (fields.length < FIELDS) {
            return Optional.empty();
        }
        if (fields[LEAP].equals("Not synchronised")) {
            return Optional.of(TimeStatus.unsynchronised("chrony has no reference"));
        }
        try {
            return Optional.of(judge(fields));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    // chronyc(1): the error is bounded by |system time offset| + root dispersion + half the root delay.
    private static TimeStatus judge(String[] fields) {
        double bound = Math.abs(Double.parseDouble(fields[OFFSET]))
                + Double.parseDouble(fields[ROOT_DISPERSION])
                + Double.parseDouble(fields[ROOT_DELAY]) / 2;
        Duration error = Duration.ofNanos(Math.round(bound * 1e9));
        TimeQuality quality = error.compareTo(USEFUL) <= 0 ? TimeQuality.SYNCHRONISED : TimeQuality.HOLDOVER;
        return new TimeStatus(quality, Optional.of(error), "chrony, within " + error.toMillis() + " ms");
    }

    private static Optional<String> run() {
        try {
            Process process = new ProcessBuilder(QUESTION)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
