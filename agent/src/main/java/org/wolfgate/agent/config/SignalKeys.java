package org.wolfgate.agent.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code signal} of a node: relay contacts that tell its generator the cap. */
final class SignalKeys {

    private final Map<String, LineSettings> lines;
    private final Map<String, String> signals = new LinkedHashMap<>();

    /** @param lines every line by its name; one that gives a signal is replaced */
    SignalKeys(Map<String, LineSettings> lines) {
        this.lines = lines;
    }

    /** The line of each signal that was read. */
    Map<String, String> signals() {
        return signals;
    }

    /**
     * Reads a node's section.
     *
     * @return the name of its set-point, which no plant can have
     */
    Optional<String> read(String node, ActivePower rating, Section keys) {
        return keys.optionalSection("signal").flatMap(signal -> {
            try (signal) {
                return read("signal of " + node, rating, signal, signal.require("line", this::known, ""));
            }
        });
    }

    private Optional<String> read(String id, ActivePower rating, Section signal, String line) {
        LineSettings settings = lines.get(line);
        if (settings == null) {
            signal.names();
            return Optional.empty();
        }
        lines.put(line, settings.withSignal(id, rating, signal));
        signals.put(id, line);
        return Optional.of(id);
    }

    private String known(String line) {
        if (!lines.containsKey(line)) {
            throw new IllegalArgumentException(
                    "no line '" + line + "'; there are: " + String.join(", ", new TreeSet<>(lines.keySet())));
        }
        return line;
    }
}
