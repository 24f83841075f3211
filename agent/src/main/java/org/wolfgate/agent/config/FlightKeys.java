package org.wolfgate.agent.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.agent.flight.FlightSettings;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code flight-recorder}: how much of the storage it may use. */
final class FlightKeys {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) MB");
    private static final long MEGABYTE = 1_000_000;

    private FlightKeys() {}

    /** Empty if it is switched off, by {@code size: 0 MB}. */
    static Optional<FlightSettings> read(Section root) {
        return root.optionalSection("flight-recorder")
                .map(FlightKeys::settings)
                .orElse(Optional.of(FlightSettings.USUAL));
    }

    private static Optional<FlightSettings> settings(Section keys) {
        try (keys) {
            long size = keys.optional("size", FlightKeys::bytes).orElse(FlightSettings.USUAL.size());
            long perDay = keys.optional("per-day", FlightKeys::bytes).orElse(FlightSettings.USUAL.bytesPerDay());
            return size < FlightSettings.LEAST ? Optional.empty() : Optional.of(new FlightSettings(size, perDay));
        }
    }

    private static long bytes(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size: write 64 MB");
        }
        return Long.parseLong(size.group(1)) * MEGABYTE;
    }
}
