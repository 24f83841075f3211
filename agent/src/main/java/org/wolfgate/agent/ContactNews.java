package org.wolfgate.agent;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.control.Event.ContactRead;
import org.wolfgate.drivers.Reading;

/**
 * Passes on what contacts show: each change at once, and while nothing changes often enough that the last word still
 * holds. A contact is looked at every second for years and moves a few times in them. Used by the line threads.
 */
final class ContactNews {

    private final Map<String, Duration> pace;
    private final Monotonic monotonic;
    private final Consumer<ContactRead> listener;
    private final Map<String, Told> told = new HashMap<>();

    private record Told(Optional<Boolean> closed, long nanos) {}

    /** @param pace by contact, the longest time between two words on a contact that can be read */
    ContactNews(Map<String, Duration> pace, Monotonic monotonic, Consumer<ContactRead> listener) {
        this.pace = Map.copyOf(pace);
        this.monotonic = monotonic;
        this.listener = listener;
    }

    void look(String contact, Reading<Boolean> closed) {
        if (isNews(contact, closed.value())) {
            listener.accept(new ContactRead(contact, closed));
        }
    }

    private synchronized boolean isNews(String contact, Optional<Boolean> closed) {
        long now = monotonic.nanos();
        Told last = told.get(contact);
        boolean stands = last != null
                && last.closed().equals(closed)
                && now - last.nanos()
                        < pace.getOrDefault(contact, Duration.ZERO).toNanos();
        if (!stands) {
            told.put(contact, new Told(closed, now));
        }
        return !stands;
    }
}
