package org.wolfgate.agent;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.control.Event.Noted;
import org.wolfgate.drivers.RoundTrips;

/** Says once when a device in service has come to need a longer gap, and once when it is well again. */
final class GapWatch {

    private static final Logger LOG = LoggerFactory.getLogger(GapWatch.class);

    private final Consumer<Noted> notes;
    private final Set<String> low = new HashSet<>();

    /**
     * A watch.
     *
     * @param notes hears what shall be on record
     */
    GapWatch(Consumer<Noted> notes) {
        this.notes = notes;
    }

    /**
     * Looks at every device.
     *
     * @param lines by name, then by device such as {@code unit 5}
     */
    void look(Map<String, Map<String, RoundTrips>> lines) {
        lines.forEach(
                (line, devices) -> devices.forEach((device, trips) -> look("line " + line + ", " + device, trips)));
    }

    private void look(String device, RoundTrips trips) {
        boolean isLow = trips.margin().isLow();
        if (isLow && low.add(device)) {
            String text = device + ": " + trips.margin().words()
                    + "; its gap has become too short: measure it with 'wolfgate tune' and lengthen 'gap' of the line";
            LOG.warn("{}", text);
            notes.accept(new Noted("gap too short", text));
        }
        if (!isLow && low.remove(device)) {
            LOG.info("{}: the gap is long enough again", device);
        }
    }
}
